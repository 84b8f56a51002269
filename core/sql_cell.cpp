#include "core/sql_cell.hpp"

namespace daftar {

std::string to_hex(std::string_view bytes) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

std::optional<std::string> from_hex(std::string_view digits) {
    if (digits.size() % 2 != 0) return {};
    std::string out;
    out.reserve(digits.size() / 2);
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
        if (error != std::errc() || end != digits.data() + i + 2) return {};
        out += static_cast<char>(value);
    }
    return out;
}

std::vector<int> columns_in(const PGresult* result, std::span<const SqlField> fields) {
    std::vector<int> columns;
    for (const auto& field : fields) columns.push_back(field.name ? PQfnumber(result, field.name) : 0);
    return columns;
}

void read_row(const PGresult* result, int row, std::span<const SqlField> fields, const std::vector<int>& columns,
              void* out, Currency currency) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (columns[i] < 0 || PQgetisnull(result, row, columns[i])) continue;
        const std::string_view cell(PQgetvalue(result, row, columns[i]),
                                    static_cast<std::size_t>(PQgetlength(result, row, columns[i])));
        fields[i].read(cell, static_cast<char*>(out) + fields[i].offset, currency);
    }
}

std::vector<std::string> differences(const PGresult* described, std::span<const SqlField> fields) {
    std::vector<std::string> found;
    const auto columns = columns_in(described, fields);
    int matched = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string name = fields[i].name ? fields[i].name : "the only column";
        if (columns[i] < 0 || columns[i] >= PQnfields(described)) {
            found.push_back("no column for the field " + name);
            continue;
        }
        ++matched;
        const auto type = PQftype(described, columns[i]);
        if (std::ranges::find(fields[i].oids, type) == fields[i].oids.end())
            found.push_back("wrong column type for " + name + ": " + std::to_string(type));
    }
    if (matched < PQnfields(described)) found.push_back("columns without a field");
    return found;
}

namespace {
template <class T> void unwrap(const std::optional<T>& parsed, T& out) {
    ensure(parsed.has_value(), "a column does not hold what its type promises");
    out = *parsed;
}
}  // namespace

void SqlCell<bool>::read(std::string_view cell, bool& out, Currency) { out = cell == "t"; }
SqlParameter SqlCell<bool>::write(const bool& in) { return in ? "t" : "f"; }
void SqlCell<std::string>::read(std::string_view cell, std::string& out, Currency) { out = cell; }
SqlParameter SqlCell<std::string>::write(const std::string& in) { return in; }
void SqlCell<Bytes>::read(std::string_view cell, Bytes& out, Currency) {
    ensure(cell.starts_with("\\x"), "bytea is not in hexadecimal");
    unwrap(from_hex(cell.substr(2)), out.value);
}
SqlParameter SqlCell<Bytes>::write(const Bytes& in) { return "\\x" + to_hex(in.value); }
void SqlCell<Decimal>::read(std::string_view cell, Decimal& out, Currency) { unwrap(Decimal::parse(cell), out); }
SqlParameter SqlCell<Decimal>::write(const Decimal& in) { return in.text(); }
void SqlCell<Money>::read(std::string_view cell, Money& out, Currency currency) {
    std::int64_t minor = 0;
    SqlCell<std::int64_t>::read(cell, minor, currency);
    out = Money(minor, currency);
}
SqlParameter SqlCell<Money>::write(const Money& in) { return std::to_string(in.minor); }
void SqlCell<Currency>::read(std::string_view cell, Currency& out, Currency) { unwrap(Currency::from_code(cell), out); }
SqlParameter SqlCell<Currency>::write(const Currency& in) { return std::string(in.code()); }
void SqlCell<Date>::read(std::string_view cell, Date& out, Currency) { unwrap(Date::parse(cell), out); }
SqlParameter SqlCell<Date>::write(const Date& in) { return in.text(); }
void SqlCell<Timestamp>::read(std::string_view cell, Timestamp& out, Currency) { unwrap(Timestamp::parse(cell), out); }
SqlParameter SqlCell<Timestamp>::write(const Timestamp& in) { return in.text(); }
void SqlCell<Uuid>::read(std::string_view cell, Uuid& out, Currency) { unwrap(Uuid::parse(cell), out); }
SqlParameter SqlCell<Uuid>::write(const Uuid& in) { return in.text(); }
void SqlCell<Json>::read(std::string_view cell, Json& out, Currency) {
    auto parsed = parse_json(cell);
    ensure(std::holds_alternative<Json>(parsed), "jsonb column is not JSON");
    out = std::move(std::get<Json>(parsed));
}
SqlParameter SqlCell<Json>::write(const Json& in) { return to_text(in); }

}  // namespace daftar
