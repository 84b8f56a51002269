// How each type travels to and from PostgreSQL, in text format.
#pragma once
#include <libpq-fe.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "core/wire.hpp"

namespace daftar {

/// One parameter of a statement; nothing is NULL.
using SqlParameter = std::optional<std::string>;

/// Each type that is stored specializes this: the column types it fits, reading a cell, writing a parameter.
template <class T> struct SqlCell;

namespace oid {
inline constexpr Oid boolean = 16, bytes = 17, int8 = 20, int2 = 21, int4 = 23, text = 25, json = 114, varchar = 1043, date = 1082,
                     timestamptz = 1184, numeric = 1700, uuid = 2950, jsonb = 3802, bpchar = 1042, inet = 869;
}

/// Bytes of a `bytea` column.
struct Bytes {
    std::string value;
    friend bool operator==(const Bytes&, const Bytes&) = default;
};
std::string to_hex(std::string_view bytes);
/// The bytes of an even number of hexadecimal digits; nothing otherwise.
std::optional<std::string> from_hex(std::string_view digits);

#define DAFTAR_SQL_CELL(Type, ...)                                               \
    template <> struct SqlCell<Type> {                                           \
        static constexpr Oid oids[] = {__VA_ARGS__};                             \
        static void read(std::string_view cell, Type& out, Currency currency);   \
        static SqlParameter write(const Type& in);                               \
    };
DAFTAR_SQL_CELL(bool, oid::boolean)
DAFTAR_SQL_CELL(std::string, oid::text, oid::varchar, oid::bpchar, oid::uuid, oid::inet)
DAFTAR_SQL_CELL(Bytes, oid::bytes)
DAFTAR_SQL_CELL(Decimal, oid::numeric, oid::int8, oid::int4)
DAFTAR_SQL_CELL(Money, oid::int8)
DAFTAR_SQL_CELL(Currency, oid::text, oid::bpchar)
DAFTAR_SQL_CELL(Date, oid::date)
DAFTAR_SQL_CELL(Timestamp, oid::timestamptz)
DAFTAR_SQL_CELL(Uuid, oid::uuid)
DAFTAR_SQL_CELL(Json, oid::jsonb, oid::json)
#undef DAFTAR_SQL_CELL

template <class Integer>
    requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>)
struct SqlCell<Integer> {
    static constexpr Oid oids[] = {oid::int8, oid::int4, oid::int2};
    static void read(std::string_view cell, Integer& out, Currency) { std::from_chars(cell.data(), cell.data() + cell.size(), out); }
    static SqlParameter write(Integer in) { return std::to_string(in); }
};
template <std::size_t Min, std::size_t Max> struct SqlCell<Text<Min, Max>> {
    static constexpr Oid oids[] = {oid::text, oid::varchar};
    static void read(std::string_view cell, Text<Min, Max>& out, Currency) { out.value = cell; }
    static SqlParameter write(const Text<Min, Max>& in) { return in.value; }
};
template <class Thing> struct SqlCell<Id<Thing>> {
    static constexpr Oid oids[] = {oid::uuid};
    static void read(std::string_view cell, Id<Thing>& out, Currency currency) { SqlCell<Uuid>::read(cell, out.value, currency); }
    static SqlParameter write(const Id<Thing>& in) { return in ? SqlParameter(in.text()) : std::nullopt; }
};
template <Enumerated E> struct SqlCell<E> {
    static constexpr Oid oids[] = {oid::text};
    static void read(std::string_view cell, E& out, Currency) {
        const auto found = enum_from<E>(cell);
        ensure(found.has_value(), "unknown enumerator in a column");
        out = *found;
    }
    static SqlParameter write(E in) { return std::string(name_of(in)); }
};
template <class T> struct SqlCell<std::optional<T>> {
    static constexpr auto& oids = SqlCell<T>::oids;
    static void read(std::string_view cell, std::optional<T>& out, Currency currency) { SqlCell<T>::read(cell, out.emplace(), currency); }
    static SqlParameter write(const std::optional<T>& in) { return in ? SqlCell<T>::write(*in) : std::nullopt; }
};
/// Lists travel as PostgreSQL array literals in parameters; in columns, as jsonb (`jsonb_agg`).
template <class T> struct SqlCell<std::vector<T>> {
    static constexpr Oid oids[] = {oid::jsonb, oid::json};
    static void read(std::string_view cell, std::vector<T>& out, Currency currency) { out = from_json_text<std::vector<T>>(cell, currency); }
    static SqlParameter write(const std::vector<T>& in) {
        std::string list = "{";
        for (const auto& item : in) {
            if (list.size() > 1) list += ',';
            const auto text = SqlCell<T>::write(item);
            if (!text) {
                list += "NULL";
                continue;
            }
            list += '"';
            for (const char c : *text) {
                if (c == '"' || c == '\\') list += '\\';
                list += c;
            }
            list += '"';
        }
        return list + "}";
    }
};
/// A described struct in one column is stored as jsonb.
template <Described T>
    requires(!std::is_same_v<T, Json>)
struct SqlCell<T> {
    static constexpr Oid oids[] = {oid::jsonb, oid::json};
    static void read(std::string_view cell, T& out, Currency currency) { out = from_json_text<T>(cell, currency); }
    static SqlParameter write(const T& in) { return to_json_text(in); }
};

template <class T> SqlParameter sql_parameter(const T& value) {
    if constexpr (std::is_convertible_v<T, std::string_view>) return std::string(std::string_view(value));
    else return SqlCell<T>::write(value);
}

/// Row types made of one column.
template <class T> inline constexpr bool is_single_column = !Described<T>;

/// One row of a result as a value; columns are found by the names of the members.
template <class Row> Row read_row(const PGresult* result, int row, Currency currency) {
    Row out{};
    const auto read = [&](int column, auto& field) {
        using Field = std::remove_reference_t<decltype(field)>;
        if (column >= 0 && !PQgetisnull(result, row, column))
            SqlCell<Field>::read({PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))}, field, currency);
    };
    if constexpr (is_single_column<Row>) read(0, out);
    else each_member(out, [&](const char* name, auto& field) { read(PQfnumber(result, name), field); });
    return out;
}

/// What a prepared statement returns, compared with the type meant to hold it; empty when they agree.
template <class Row> std::vector<std::string> differences(const PGresult* described) {
    std::vector<std::string> found;
    int matched = 0;
    const auto compare = [&]<class Field>(std::string_view name, int column) {
        if (column < 0) {
            found.push_back("no column for the field " + std::string(name));
            return;
        }
        ++matched;
        bool fits = false;
        for (const auto type : SqlCell<Field>::oids) fits = fits || PQftype(described, column) == type;
        if (!fits) found.push_back("wrong column type for " + std::string(name) + ": " + std::to_string(PQftype(described, column)));
    };
    if constexpr (is_single_column<Row>) {
        compare.template operator()<Row>("the only column", PQnfields(described) > 0 ? 0 : -1);
    } else {
        Row example{};
        each_member(example, [&](const char* name, auto& field) {
            compare.template operator()<std::remove_reference_t<decltype(field)>>(name, PQfnumber(described, name));
        });
    }
    if (matched < PQnfields(described)) found.push_back("columns without a field");
    return found;
}

}  // namespace daftar
