#include "core/json.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

namespace daftar {
namespace {

/// Receives the parser's events and builds the value. Numbers arrive as text.
class Builder {
public:
    static constexpr std::size_t max_object_size = 1'000'000;
    static constexpr std::size_t max_array_size = 1'000'000;
    static constexpr std::size_t max_key_size = 1'000;
    static constexpr std::size_t max_string_size = 64'000'000;
    using error_code = boost::json::error_code;

    Json root;
    std::string fault;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return open(Json::Object{}); }
    bool on_object_end(std::size_t, error_code& error) {
        std::vector<std::string_view> names;
        for (const auto& [name, value] : *stack_.back()->if_object()) names.push_back(name);
        std::ranges::sort(names);
        if (const auto twice = std::ranges::adjacent_find(names); twice != names.end()) {
            fault = "Le champ « " + std::string(*twice) + " » figure deux fois.";
            error = boost::json::error::syntax;
            return false;
        }
        stack_.pop_back();
        return true;
    }
    bool on_array_begin(error_code&) { return open(Json::Array{}); }
    bool on_array_end(std::size_t, error_code&) {
        stack_.pop_back();
        return true;
    }
    bool on_key_part(boost::json::string_view part, std::size_t, error_code&) { return gather(part); }
    bool on_key(boost::json::string_view part, std::size_t, error_code&) {
        gather(part);
        key_ = std::move(text_);
        text_.clear();
        return true;
    }
    bool on_string_part(boost::json::string_view part, std::size_t, error_code&) { return gather(part); }
    bool on_string(boost::json::string_view part, std::size_t, error_code&) {
        gather(part);
        return leaf(Json(take()));
    }
    bool on_number_part(boost::json::string_view part, error_code&) { return gather(part); }
    bool on_int64(std::int64_t, boost::json::string_view part, error_code&) { return number(part); }
    bool on_uint64(std::uint64_t, boost::json::string_view part, error_code&) { return number(part); }
    bool on_double(double, boost::json::string_view part, error_code&) { return number(part); }
    bool on_bool(bool value, error_code&) { return leaf(Json(value)); }
    bool on_null(error_code&) { return leaf(Json()); }
    bool on_comment_part(boost::json::string_view, error_code&) { return true; }
    bool on_comment(boost::json::string_view, error_code&) { return true; }

private:
    bool gather(boost::json::string_view part) {
        text_.append(part.data(), part.size());
        return true;
    }
    std::string take() {
        std::string taken = std::move(text_);
        text_.clear();
        return taken;
    }
    bool number(boost::json::string_view part) {
        gather(part);
        return leaf(Json(JsonNumber{take()}));
    }
    Json& place(Json value) {
        if (stack_.empty()) return root = std::move(value);
        if (auto* array = std::get_if<Json::Array>(&stack_.back()->value)) return array->emplace_back(std::move(value));
        return std::get<Json::Object>(stack_.back()->value).emplace_back(std::move(key_), std::move(value)).second;
    }
    bool leaf(Json value) {
        place(std::move(value));
        return true;
    }
    bool open(Json value) {
        stack_.push_back(&place(std::move(value)));
        return true;
    }

    std::vector<Json*> stack_;  // innermost last; a container does not move while it is open
    std::string key_, text_;
};

JsonFault fault_at(std::string_view text, std::size_t offset, std::string message) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line_start = before.rfind('\n');
    return {std::move(message), static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1,
            before.size() - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1};
}

/// Bytes of the UTF-8 sequence that starts here, 0 when it is not valid (overlong, surrogate, cut).
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xc2 ? 0
                               : first < 0xe0 ? 2
                               : first < 0xf0 ? 3
                               : first < 0xf5 ? 4
                                              : 0;
    if (length == 0 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xc0) != 0x80) return 0;
    if (length == 3 && ((first == 0xe0 && byte(at + 1) < 0xa0) || (first == 0xed && byte(at + 1) > 0x9f))) return 0;
    if (length == 4 && ((first == 0xf0 && byte(at + 1) < 0x90) || (first == 0xf4 && byte(at + 1) > 0x8f))) return 0;
    return length;
}

}  // namespace

Json::Json() = default;
Json::Json(std::nullptr_t) {}
Json::Json(bool in) : value(in) {}
Json::Json(int in) : value(JsonNumber{std::to_string(in)}) {}
Json::Json(std::int64_t in) : value(JsonNumber{std::to_string(in)}) {}
Json::Json(std::size_t in) : value(JsonNumber{std::to_string(in)}) {}
Json::Json(const char* in) : value(std::string(in)) {}
Json::Json(std::string in) : value(std::move(in)) {}
Json::Json(std::string_view in) : value(std::string(in)) {}
Json::Json(JsonNumber in) : value(std::move(in)) {}
Json::Json(JsonRaw in) : value(std::move(in)) {}
Json::Json(Array in) : value(std::move(in)) {}
Json::Json(Object in) : value(std::move(in)) {}
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;
bool operator==(const Json& left, const Json& right) { return left.value == right.value; }

const Json* Json::find(std::string_view name) const {
    const auto* object = if_object();
    if (!object) return nullptr;
    const auto found = std::ranges::find(*object, name, &Member::first);
    return found == object->end() ? nullptr : &found->second;
}

Json* Json::find(std::string_view name) { return const_cast<Json*>(std::as_const(*this).find(name)); }

Json& Json::operator[](std::string_view name) {
    if (is_null()) value = Object{};
    if (auto* found = find(name)) return *found;
    return std::get<Object>(value).emplace_back(std::string(name), Json()).second;
}

std::variant<Json, JsonFault> parse_json(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 64;
    boost::json::basic_parser<Builder> parser(options);
    boost::json::error_code error;
    const auto used = parser.write_some(false, text.data(), text.size(), error);
    if (!error && used < text.size()) error = boost::json::error::extra_data;
    if (!error) return std::move(parser.handler().root);
    auto message = parser.handler().fault;
    if (message.empty()) {
        message = error == boost::json::error::incomplete ? "Le JSON est incomplet."
                  : error == boost::json::error::too_deep ? "Le JSON est trop imbriqué (64 niveaux au plus)."
                                                          : "Le JSON n'est pas valable.";
    }
    return fault_at(text, used, std::move(message));
}

std::ptrdiff_t utf8_length(std::string_view text) {
    std::ptrdiff_t length = 0;
    for (std::size_t at = 0; at < text.size(); ++length) {
        const auto bytes = sequence_length(text, at);
        if (bytes == 0) return -1;
        at += bytes;
    }
    return length;
}

void write_json_string(std::string_view text, std::string& out) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[at++];
        } else if (c == '\n') {
            out += "\\n", ++at;
        } else if (c < 0x20) {
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
            ++at;
        } else if (c < 0x80) {
            out += text[at++];
        } else if (const auto length = sequence_length(text, at)) {
            out.append(text, at, length);
            at += length;
        } else {
            out += "\xef\xbf\xbd", ++at;
        }
    }
    out += '"';
}

void write_json(const Json& json, std::string& out) {
    struct Writer {
        std::string& out;
        void operator()(std::nullptr_t) { out += "null"; }
        void operator()(bool value) { out += value ? "true" : "false"; }
        void operator()(const JsonNumber& number) { out += number.text; }
        void operator()(const JsonRaw& raw) { write_json_string(raw.text, out); }
        void operator()(const std::string& text) { write_json_string(text, out); }
        void operator()(const Json::Array& array) {
            out += '[';
            for (std::size_t i = 0; i < array.size(); ++i) {
                if (i > 0) out += ',';
                write_json(array[i], out);
            }
            out += ']';
        }
        void operator()(const Json::Object& object) {
            out += '{';
            for (std::size_t i = 0; i < object.size(); ++i) {
                if (i > 0) out += ',';
                write_json_string(object[i].first, out);
                out += ':';
                write_json(object[i].second, out);
            }
            out += '}';
        }
    };
    std::visit(Writer{out}, json.value);
}

std::string to_text(const Json& value) {
    std::string out;
    write_json(value, out);
    return out;
}

}  // namespace daftar
