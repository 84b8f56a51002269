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
inline constexpr Oid boolean = 16, bytes = 17, int8 = 20, int2 = 21, int4 = 23, text = 25, json = 114, varchar = 1043,
                     date = 1082, timestamptz = 1184, numeric = 1700, uuid = 2950, jsonb = 3802, bpchar = 1042,
                     inet = 869;
}

/// Bytes of a `bytea` column.
struct Bytes {
    std::string value;
    friend bool operator==(const Bytes&, const Bytes&) = default;
};
std::string to_hex(std::string_view bytes);
/// The bytes of an even number of hexadecimal digits; nothing otherwise.
std::optional<std::string> from_hex(std::string_view digits);

#define DAFTAR_SQL_CELL(Type, ...)                                             \
    template <> struct SqlCell<Type> {                                         \
        static constexpr Oid oids[] = {__VA_ARGS__};                           \
        static void read(std::string_view cell, Type& out, Currency currency); \
        static SqlParameter write(const Type& in);                             \
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
requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>) struct SqlCell<Integer> {
    static constexpr Oid oids[] = {oid::int8, oid::int4, oid::int2};
    static void read(std::string_view cell, Integer& out, Currency) {
        std::from_chars(cell.data(), cell.data() + cell.size(), out);
    }
    static SqlParameter write(Integer in) { return std::to_string(in); }
};
template <std::size_t Min, std::size_t Max> struct SqlCell<Text<Min, Max>> {
    static constexpr Oid oids[] = {oid::text, oid::varchar};
    static void read(std::string_view cell, Text<Min, Max>& out, Currency) { out.value = cell; }
    static SqlParameter write(const Text<Min, Max>& in) { return in.value; }
};
template <class Thing> struct SqlCell<Id<Thing>> {
    static constexpr Oid oids[] = {oid::uuid};
    static void read(std::string_view cell, Id<Thing>& out, Currency currency) {
        SqlCell<Uuid>::read(cell, out.value, currency);
    }
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
    static void read(std::string_view cell, std::optional<T>& out, Currency currency) {
        SqlCell<T>::read(cell, out.emplace(), currency);
    }
    static SqlParameter write(const std::optional<T>& in) { return in ? SqlCell<T>::write(*in) : std::nullopt; }
};
/// Lists travel as PostgreSQL array literals in parameters; in columns, as jsonb (`jsonb_agg`).
template <class T> struct SqlCell<std::vector<T>> {
    static constexpr Oid oids[] = {oid::jsonb, oid::json};
    static void read(std::string_view cell, std::vector<T>& out, Currency currency) {
        out = from_json_text<std::vector<T>>(cell, currency);
    }
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
requires(!std::is_same_v<T, Json>) struct SqlCell<T> {
    static constexpr Oid oids[] = {oid::jsonb, oid::json};
    static void read(std::string_view cell, T& out, Currency currency) { out = from_json_text<T>(cell, currency); }
    static SqlParameter write(const T& in) { return to_json_text(in); }
};

template <class T> SqlParameter sql_parameter(const T& value) {
    if constexpr (std::is_convertible_v<T, std::string_view>)
        return std::string(std::string_view(value));
    else
        return SqlCell<T>::write(value);
}

/// Row types made of one column.
template <class T> inline constexpr bool is_single_column = !Described<T>;

/// One column of a row type, its type erased.
struct SqlField {
    const char* name;
    std::size_t offset;
    std::span<const Oid> oids;
    void (*read)(std::string_view, void*, Currency);
};

namespace sql_detail {
template <class Field> void read_cell(std::string_view cell, void* out, Currency currency) {
    SqlCell<Field>::read(cell, *static_cast<Field*>(out), currency);
}
template <class Field, class T> SqlField field(const char* name, Field T::*pointer) {
    return {name, offset_of(pointer), SqlCell<Field>::oids, &read_cell<Field>};
}
template <template <class...> class List, class... Members> std::vector<SqlField> fields(List<Members...>) {
    return {field(Members::name, Members::pointer)...};
}
}  // namespace sql_detail

/// The columns that a row type expects; a type that is no struct is one column without a name.
template <class Row> std::span<const SqlField> sql_fields() {
    if constexpr (is_single_column<Row>) {
        static const std::vector<SqlField> fields{{nullptr, 0, SqlCell<Row>::oids, &sql_detail::read_cell<Row>}};
        return fields;
    } else {
        static const auto fields = sql_detail::fields(MembersOf<Row>{});
        return fields;
    }
}

/// Where each field stands in a result; −1 when there is no such column.
std::vector<int> columns_in(const PGresult* result, std::span<const SqlField> fields);
/// Fills the fields of `out` from one row; NULL leaves a field as it is.
void read_row(const PGresult* result, int row, std::span<const SqlField> fields, const std::vector<int>& columns,
              void* out, Currency currency);
/// What a prepared statement returns, compared with the fields meant to hold it; empty when they agree.
std::vector<std::string> differences(const PGresult* described, std::span<const SqlField> fields);

/// Every row of a result.
template <class Row> std::vector<Row> read_rows(const PGresult* result, Currency currency) {
    const auto fields = sql_fields<Row>();
    const auto columns = columns_in(result, fields);
    std::vector<Row> rows(static_cast<std::size_t>(PQntuples(result)));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if constexpr (std::is_same_v<Row, bool>) {
            bool value = false;
            read_row(result, static_cast<int>(row), fields, columns, &value, currency);
            rows[row] = value;
        } else {
            read_row(result, static_cast<int>(row), fields, columns, &rows[row], currency);
        }
    }
    return rows;
}

}  // namespace daftar
