#include "core/wire.hpp"

#include <boost/core/demangle.hpp>

namespace daftar {
namespace {

/// Reads a scalar from its text with `parse`; reports `code` and `message` when that is not possible.
template <class T, class Parse> void read_parsed(const std::string* text, T& out, Parse parse, Reading& reading,
                                                 const Path& path, const char* code, const char* message) {
    if (text)
        if (auto parsed = parse(*text)) {
            out = *parsed;
            return;
        }
    reading.fault(path, code, message);
}

bool has_control_character(std::string_view text) {
    for (const unsigned char c : text)
        if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f) return true;
    return false;
}

}  // namespace

std::string Path::text() const {
    std::string before = parent ? parent->text() : "";
    if (!parent) return before;
    if (name.empty()) return before + "[" + std::to_string(index) + "]";
    return before.empty() ? std::string(name) : before + "." + std::string(name);
}

std::string schema_name(const char* mangled) {
    std::string name = boost::core::demangle(mangled);
    for (const std::string_view prefix : {"daftar::", "(anonymous namespace)::"})
        for (std::size_t at; (at = name.find(prefix)) != std::string::npos;) name.erase(at, prefix.size());
    std::string result;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name.compare(i, 2, "::") == 0)
            result += '.', ++i;
        else
            result += (std::isalnum(static_cast<unsigned char>(name[i])) || name[i] == '_') ? name[i] : '_';
    }
    return result;
}

const std::string* text_in(const Json& in) {
    if (const auto* raw = in.if_is<JsonRaw>()) return &raw->text;
    return in.if_string();
}

const std::string* number_in(const Json& in) {
    if (const auto* raw = in.if_is<JsonRaw>()) return &raw->text;
    const auto* number = in.if_is<JsonNumber>();
    return number ? &number->text : nullptr;
}

void Reading::fault(const Path& path, std::string_view code, std::string_view message) {
    problems.push_back({path.text(), std::string(code), std::string(message)});
}

std::optional<long long> wire_detail::read_enumerator(const Json& in, std::span<const Enumerator> known,
                                                      Reading& reading, const Path& path) {
    const auto* text = text_in(in);
    std::string choices;
    for (const auto& [name, value] : known) {
        if (text && name == *text) return value;
        choices += (choices.empty() ? "" : ", ") + std::string(name);
    }
    reading.fault(path, "unknown_choice", "Valeur inconnue ; choix possibles : " + choices + ".");
    return {};
}

Json wire_detail::type_schema(const char* type) { return Json::Object{{"type", type}}; }
Json wire_detail::text_schema(std::size_t min, std::size_t max) {
    return Json::Object{{"type", "string"}, {"minLength", min}, {"maxLength", max}};
}
Json wire_detail::optional_schema(Json schema) {
    return Json::Object{{"anyOf", Json::Array{std::move(schema), type_schema("null")}}};
}
Json wire_detail::list_schema(Json schema) { return Json::Object{{"type", "array"}, {"items", std::move(schema)}}; }
Json wire_detail::enum_schema(std::span<const Enumerator> known) {
    Json::Array names;
    for (const auto& enumerator : known) names.emplace_back(enumerator.name);
    return Json::Object{{"type", "string"}, {"enum", std::move(names)}};
}

void wire_detail::read_text(const Json& in, std::string& out, std::size_t min, std::size_t max, Reading& reading,
                            const Path& path) {
    const auto* text = text_in(in);
    if (!text) return reading.fault(path, "must_be_text", "Un texte est attendu.");
    out = trimmed(*text);
    const auto length = utf8_length(out);
    if (length < 0) return reading.fault(path, "not_utf8", "Ce texte n'est pas en UTF-8.");
    if (has_control_character(out))
        return reading.fault(path, "control_character", "Ce texte contient un caractère de commande.");
    if (static_cast<std::size_t>(length) < min)
        return reading.fault(
            path, "too_short",
            min == 1 ? "Ce champ ne peut pas être vide." : "Au moins " + std::to_string(min) + " caractères.");
    if (static_cast<std::size_t>(length) > max)
        return reading.fault(path, "too_long", "Au plus " + std::to_string(max) + " caractères.");
}

void wire_detail::read_integer(const Json& in, std::int64_t& out, std::int64_t min, std::int64_t max, Reading& reading,
                               const Path& path) {
    const auto* text = number_in(in);
    const auto [end, error] = text ? std::from_chars(text->data(), text->data() + text->size(), out)
                                   : std::from_chars_result{nullptr, std::errc::invalid_argument};
    if (!text ||
        (error != std::errc::result_out_of_range && (error != std::errc() || end != text->data() + text->size())))
        return reading.fault(path, "must_be_whole_number", "Un nombre entier est attendu.");
    if (error != std::errc() || out < min || out > max)
        reading.fault(path, "out_of_range",
                      "Un nombre entre " + std::to_string(min) + " et " + std::to_string(max) + " est attendu.");
}

bool wire_detail::read_struct(const Json& in, void* out, std::span<const WireField> fields, Reading& reading,
                              const Path& path) {
    const auto problems_before = reading.problems.size();
    const auto* object = in.if_object();
    if (!object) {
        reading.fault(path, "must_be_object", "Un objet est attendu.");
        return false;
    }
    std::size_t known = 0;
    for (const auto& field : fields) {
        const Path at{&path, field.name};
        if (const auto* found = in.find(field.name)) {
            ++known;
            field.read(*found, static_cast<char*>(out) + field.offset, reading, at);
        } else if (!field.is_optional) {
            reading.fault(at, "missing", "Ce champ est obligatoire.");
        }
    }
    if (known < object->size())
        for (const auto& member : *object)
            if (std::ranges::none_of(fields, [&](const auto& field) { return member.first == field.name; }))
                reading.fault(Path{&path, member.first}, "unknown_field", "Ce champ n'existe pas.");
    return reading.problems.size() == problems_before;
}

void wire_detail::write_struct(const void* in, std::span<const WireField> fields, std::string& out) {
    out += '{';
    for (const auto& field : fields) {
        if (out.back() != '{') out += ',';
        out += '"';
        out += field.name;
        out += "\":";
        field.write(static_cast<const char*>(in) + field.offset, out);
    }
    out += '}';
}

Json wire_detail::struct_schema(const char* type, std::span<const WireField> fields, SchemaBook& book) {
    auto name = schema_name(type);
    // Two files may each have a private type of that name: the second is "ledger.Row2".
    const auto first = name;
    for (int number = 2; book.owners.try_emplace(name, fields.data()).first->second != fields.data(); ++number)
        name = first + std::to_string(number);
    if (book.schemas.emplace(name, Json()).second) {
        Json::Object properties;
        Json::Array required;
        for (const auto& field : fields) {
            properties.emplace_back(field.name, field.schema(book));
            if (!field.is_optional) required.emplace_back(field.name);
        }
        book.schemas[name] = Json::Object{{"type", "object"},
                                          {"additionalProperties", false},
                                          {"properties", std::move(properties)},
                                          {"required", std::move(required)}};
    }
    return Json::Object{{"$ref", "#/components/schemas/" + name}};
}

void wire_detail::report_broken_rule(Problem&& broken, Reading& reading, const Path& path) {
    const auto prefix = path.text();
    if (!prefix.empty()) broken.path = broken.path.empty() ? prefix : prefix + "." + broken.path;
    reading.problems.push_back(std::move(broken));
}

void Wire<bool>::read(const Json& in, bool& out, Reading& reading, const Path& path) {
    if (const auto* value = in.if_is<bool>())
        out = *value;
    else if (const auto* raw = in.if_is<JsonRaw>(); raw && (raw->text == "true" || raw->text == "false"))
        out = raw->text == "true";
    else
        reading.fault(path, "must_be_boolean", "true ou false est attendu.");
}
void Wire<bool>::write(const bool& in, std::string& out) { out += in ? "true" : "false"; }
Json Wire<bool>::schema(SchemaBook&) { return Json::Object{{"type", "boolean"}}; }

void Wire<Decimal>::read(const Json& in, Decimal& out, Reading& reading, const Path& path) {
    read_parsed(number_in(in), out, Decimal::parse, reading, path, "must_be_number", "Un nombre est attendu.");
}
void Wire<Decimal>::write(const Decimal& in, std::string& out) { out += in.text(); }
Json Wire<Decimal>::schema(SchemaBook&) { return Json::Object{{"type", "number"}}; }

void Wire<Money>::read(const Json& in, Money& out, Reading& reading, const Path& path) {
    Decimal amount;
    const auto problems_before = reading.problems.size();
    read_parsed(number_in(in), amount, Decimal::parse, reading, path, "must_be_amount",
                "Un montant (nombre) est attendu.");
    if (reading.problems.size() != problems_before) return;
    if (const auto money = Money::exactly(amount, reading.currency)) {
        out = *money;
    } else if (amount.normalized().scale > reading.currency.digits()) {
        reading.fault(path, "too_many_decimals",
                      "Au plus " + std::to_string(reading.currency.digits()) + " décimales pour cette monnaie.");
    } else {
        reading.fault(path, "out_of_range", "Ce montant est trop grand.");
    }
}
void Wire<Money>::write(const Money& in, std::string& out) { out += in.text(); }
Json Wire<Money>::schema(SchemaBook&) { return Json::Object{{"type", "number"}, {"format", "money"}}; }

void Wire<Currency>::read(const Json& in, Currency& out, Reading& reading, const Path& path) {
    read_parsed(text_in(in), out, Currency::from_code, reading, path, "unknown_currency",
                "Un code de monnaie ISO 4217 est attendu (MAD, EUR…).");
}
void Wire<Currency>::write(const Currency& in, std::string& out) { write_json_string(in.code(), out); }
Json Wire<Currency>::schema(SchemaBook&) { return Json::Object{{"type", "string"}, {"format", "currency"}}; }

void Wire<Date>::read(const Json& in, Date& out, Reading& reading, const Path& path) {
    read_parsed(text_in(in), out, Date::parse, reading, path, "must_be_date",
                "Une date existante est attendue, sous la forme AAAA-MM-JJ.");
}
void Wire<Date>::write(const Date& in, std::string& out) { write_json_string(in.text(), out); }
Json Wire<Date>::schema(SchemaBook&) { return Json::Object{{"type", "string"}, {"format", "date"}}; }

void Wire<Timestamp>::read(const Json& in, Timestamp& out, Reading& reading, const Path& path) {
    read_parsed(text_in(in), out, Timestamp::parse, reading, path, "must_be_timestamp",
                "Un instant est attendu (2025-12-31T23:59:59Z).");
}
void Wire<Timestamp>::write(const Timestamp& in, std::string& out) { write_json_string(in.text(), out); }
Json Wire<Timestamp>::schema(SchemaBook&) { return Json::Object{{"type", "string"}, {"format", "date-time"}}; }

void Wire<Uuid>::read(const Json& in, Uuid& out, Reading& reading, const Path& path) {
    read_parsed(text_in(in), out, Uuid::parse, reading, path, "must_be_uuid", "Un identifiant (UUID) est attendu.");
}
void Wire<Uuid>::write(const Uuid& in, std::string& out) { write_json_string(in.text(), out); }
Json Wire<Uuid>::schema(SchemaBook&) { return Json::Object{{"type", "string"}, {"format", "uuid"}}; }

void Wire<Json>::read(const Json& in, Json& out, Reading&, const Path&) { out = in; }
void Wire<Json>::write(const Json& in, std::string& out) { write_json(in, out); }
Json Wire<Json>::schema(SchemaBook&) { return Json::Object{}; }

}  // namespace daftar
