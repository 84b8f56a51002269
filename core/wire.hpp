// How each type travels as JSON: read with every problem and its path, written exactly, described as a schema.
#pragma once
#include <charconv>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <typeinfo>
#include <vector>

#include "core/date.hpp"
#include "core/described.hpp"
#include "core/ensure.hpp"
#include "core/id.hpp"
#include "core/json.hpp"
#include "core/money.hpp"
#include "core/problem.hpp"
#include "core/text.hpp"

namespace daftar {

/// Where the reader stands; the text is only made when a problem is reported.
struct Path {
    const Path* parent = nullptr;
    std::string_view name{};
    std::size_t index = 0;

    std::string text() const;
};

/// What a reader needs beside the value.
struct Reading {
    Problems& problems;
    Currency currency{};  ///< of the organization: amounts are bound to it

    void fault(const Path& path, std::string_view code, std::string_view message);
};

/// Schemas of the structs met so far, by name: the `components` of OpenAPI.
struct SchemaBook {
    std::map<std::string, Json> schemas;
    std::map<std::string, const void*> owners;  ///< the fields that a name stands for
};
/// "ledger.NewEntry" for daftar::ledger::NewEntry, also when it is private to a file.
std::string schema_name(const char* mangled);

/// Each type that travels specializes this: read, write, schema.
template <class T> struct Wire;

template <class T> T read_json(const Json& in, Reading& reading) {
    T out{};
    Wire<T>::read(in, out, reading, Path{});
    return out;
}
template <class T> void write_as_json(const T& in, std::string& out) { Wire<T>::write(in, out); }
template <class T> std::string to_json_text(const T& in) {
    std::string out;
    Wire<T>::write(in, out);
    return out;
}
/// Reads a text that we wrote ourselves (a stored payload); anything unexpected is a bug.
template <class T> T from_json_text(std::string_view text, Currency currency = {}) {
    auto parsed = parse_json(text);
    ensure(std::holds_alternative<Json>(parsed), "stored JSON is not valid");
    Problems problems;
    Reading reading{problems, currency};
    T out = read_json<T>(std::get<Json>(parsed), reading);
    ensure(problems.empty(), "stored JSON does not fit its type");
    return out;
}

/// The text of a string, or of a path or query parameter; nothing for other values.
const std::string* text_in(const Json& in);
/// The text of a number, or of a path or query parameter; nothing for other values.
const std::string* number_in(const Json& in);

namespace wire_detail {
/// Checks UTF-8, control characters and length; reports at most one problem.
void read_text(const Json& in, std::string& out, std::size_t min, std::size_t max, Reading& reading, const Path& path);
void read_integer(const Json& in, std::int64_t& out, std::int64_t min, std::int64_t max, Reading& reading,
                  const Path& path);
std::optional<long long> read_enumerator(const Json& in, std::span<const Enumerator> known, Reading& reading,
                                         const Path& path);
Json type_schema(const char* type);
Json text_schema(std::size_t min, std::size_t max);
Json optional_schema(Json schema);
Json list_schema(Json schema);
Json enum_schema(std::span<const Enumerator> known);
}  // namespace wire_detail

template <std::size_t Min, std::size_t Max> struct Wire<Text<Min, Max>> {
    static void read(const Json& in, Text<Min, Max>& out, Reading& reading, const Path& path) {
        wire_detail::read_text(in, out.value, Min, Max, reading, path);
    }
    static void write(const Text<Min, Max>& in, std::string& out) { write_json_string(in.value, out); }
    static Json schema(SchemaBook&) { return wire_detail::text_schema(Min, Max); }
};
template <> struct Wire<std::string> {
    static void read(const Json& in, std::string& out, Reading& reading, const Path& path) {
        wire_detail::read_text(in, out, 0, 100'000, reading, path);
    }
    static void write(const std::string& in, std::string& out) { write_json_string(in, out); }
    static Json schema(SchemaBook&) { return wire_detail::type_schema("string"); }
};
template <class Integer>
requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>) struct Wire<Integer> {
    static void read(const Json& in, Integer& out, Reading& reading, const Path& path) {
        std::int64_t value = 0;
        constexpr auto max =
            sizeof(Integer) >= 8 ? money_minor_max : static_cast<std::int64_t>(std::numeric_limits<Integer>::max());
        constexpr auto min = sizeof(Integer) >= 8 ? (std::is_signed_v<Integer> ? -money_minor_max : 0)
                                                  : static_cast<std::int64_t>(std::numeric_limits<Integer>::min());
        wire_detail::read_integer(in, value, min, max, reading, path);
        out = static_cast<Integer>(value);
    }
    static void write(Integer in, std::string& out) { out += std::to_string(in); }
    static Json schema(SchemaBook&) { return wire_detail::type_schema("integer"); }
};
#define DAFTAR_WIRE(Type)                                                                \
    template <> struct Wire<Type> {                                                      \
        static void read(const Json& in, Type& out, Reading& reading, const Path& path); \
        static void write(const Type& in, std::string& out);                             \
        static Json schema(SchemaBook& book);                                            \
    };
DAFTAR_WIRE(bool)
DAFTAR_WIRE(Decimal)
DAFTAR_WIRE(Money)
DAFTAR_WIRE(Currency)
DAFTAR_WIRE(Date)
DAFTAR_WIRE(Timestamp)
DAFTAR_WIRE(Uuid)
DAFTAR_WIRE(Json)
#undef DAFTAR_WIRE

template <class Thing> struct Wire<Id<Thing>> {
    static void read(const Json& in, Id<Thing>& out, Reading& reading, const Path& path) {
        Wire<Uuid>::read(in, out.value, reading, path);
    }
    static void write(const Id<Thing>& in, std::string& out) { Wire<Uuid>::write(in.value, out); }
    static Json schema(SchemaBook& book) { return Wire<Uuid>::schema(book); }
};

template <Enumerated E> struct Wire<E> {
    static void read(const Json& in, E& out, Reading& reading, const Path& path) {
        if (const auto found = wire_detail::read_enumerator(in, enumerators<E>(), reading, path))
            out = static_cast<E>(*found);
    }
    static void write(E in, std::string& out) { write_json_string(name_of(in), out); }
    static Json schema(SchemaBook&) { return wire_detail::enum_schema(enumerators<E>()); }
};

template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;

template <class T> struct Wire<std::optional<T>> {
    static void read(const Json& in, std::optional<T>& out, Reading& reading, const Path& path) {
        if (in.is_null()) return;
        if (const auto* raw = in.if_is<JsonRaw>(); raw && raw->text.empty()) return;  // "?search=" asks for nothing
        Wire<T>::read(in, out.emplace(), reading, path);
    }
    static void write(const std::optional<T>& in, std::string& out) {
        if (in)
            Wire<T>::write(*in, out);
        else
            out += "null";
    }
    static Json schema(SchemaBook& book) { return wire_detail::optional_schema(Wire<T>::schema(book)); }
};

template <class T> struct Wire<std::vector<T>> {
    static void read(const Json& in, std::vector<T>& out, Reading& reading, const Path& path) {
        const auto* list = in.if_array();
        if (!list) return reading.fault(path, "must_be_list", "Une liste est attendue.");
        out.reserve(list->size());
        for (std::size_t i = 0; i < list->size(); ++i)
            Wire<T>::read((*list)[i], out.emplace_back(), reading, Path{&path, {}, i});
    }
    static void write(const std::vector<T>& in, std::string& out) {
        out += '[';
        bool first = true;
        for (const auto& item : in) {
            if (!first) out += ',';
            first = false;
            Wire<T>::write(item, out);
        }
        out += ']';
    }
    static Json schema(SchemaBook& book) { return wire_detail::list_schema(Wire<T>::schema(book)); }
};

/// One field of a described struct, its type erased: the loops over fields are compiled once, not once a struct.
struct WireField {
    const char* name;
    std::size_t offset;
    bool is_optional;
    void (*read)(const Json&, void*, Reading&, const Path&);
    void (*write)(const void*, std::string&);
    Json (*schema)(SchemaBook&);
};

namespace wire_detail {

template <class Field> void read_field(const Json& in, void* out, Reading& reading, const Path& path) {
    Wire<Field>::read(in, *static_cast<Field*>(out), reading, path);
}
template <class Field> void write_field(const void* in, std::string& out) {
    Wire<Field>::write(*static_cast<const Field*>(in), out);
}

template <class Field, class T> WireField field(const char* name, Field T::*pointer) {
    return {
        name, offset_of(pointer), is_optional<Field>, &read_field<Field>, &write_field<Field>, &Wire<Field>::schema};
}
template <template <class...> class List, class... Members> std::vector<WireField> fields(List<Members...>) {
    return {field(Members::name, Members::pointer)...};
}

/// False when a problem was found.
bool read_struct(const Json& in, void* out, std::span<const WireField> fields, Reading& reading, const Path& path);
void write_struct(const void* in, std::span<const WireField> fields, std::string& out);
Json struct_schema(const char* type, std::span<const WireField> fields, SchemaBook& book);
void report_broken_rule(Problem&& broken, Reading& reading, const Path& path);

}  // namespace wire_detail

template <Described T> std::span<const WireField> wire_fields() {
    static const auto fields = wire_detail::fields(MembersOf<T>{});
    return fields;
}

/// A struct may add a rule between its fields: `std::optional<Problem> broken_rule() const`, checked when every field
/// is sound.
template <Described T> struct Wire<T> {
    static_assert(fully_described<T>, "a member is missing from BOOST_DESCRIBE_STRUCT");

    static void read(const Json& in, T& out, Reading& reading, const Path& path) {
        if (!wire_detail::read_struct(in, &out, wire_fields<T>(), reading, path)) return;
        if constexpr (requires { out.broken_rule(); })
            if (auto broken = out.broken_rule()) wire_detail::report_broken_rule(*std::move(broken), reading, path);
    }
    static void write(const T& in, std::string& out) { wire_detail::write_struct(&in, wire_fields<T>(), out); }
    static Json schema(SchemaBook& book) {
        return wire_detail::struct_schema(typeid(T).name(), wire_fields<T>(), book);
    }
};

}  // namespace daftar
