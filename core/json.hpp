// JSON values that keep the text of their numbers, so that amounts never pass through binary floating point.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace daftar {

/// A number as it was written: "500.00".
struct JsonNumber {
    std::string text;
    friend bool operator==(const JsonNumber&, const JsonNumber&) = default;
};
/// Text from a path or a query string: a scalar field reads it as whatever it expects.
struct JsonRaw {
    std::string text;
    friend bool operator==(const JsonRaw&, const JsonRaw&) = default;
};

/// A JSON document in memory. Objects keep the order of their members.
struct Json {
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>;
    std::variant<std::nullptr_t, bool, JsonNumber, JsonRaw, std::string, Array, Object> value = nullptr;

    // Out of line, with the copies: every file of the program uses them, and a variant's are long.
    Json();
    Json(std::nullptr_t);
    Json(bool in);
    Json(int in);
    Json(std::int64_t in);
    Json(std::size_t in);
    Json(const char* in);
    Json(std::string in);
    Json(std::string_view in);
    Json(JsonNumber in);
    Json(JsonRaw in);
    Json(Array in);
    Json(Object in);
    Json(const Json& other);
    Json(Json&& other) noexcept;
    Json& operator=(const Json& other);
    Json& operator=(Json&& other) noexcept;
    ~Json();

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(value); }
    template <class T> const T* if_is() const { return std::get_if<T>(&value); }
    const Object* if_object() const { return if_is<Object>(); }
    const Array* if_array() const { return if_is<Array>(); }
    const std::string* if_string() const { return if_is<std::string>(); }
    /// The member of that name, or nothing (also when this is no object).
    const Json* find(std::string_view name) const;
    Json* find(std::string_view name);
    /// Sets a member of an object (a null value becomes an empty object first).
    Json& operator[](std::string_view name);
    friend bool operator==(const Json& left, const Json& right);
};

/// What went wrong while reading JSON text, and where (line and column from 1).
struct JsonFault {
    std::string message;
    std::size_t line = 0, column = 0;
};

/// Strict RFC 8259: UTF-8, no comments, no duplicate members, at most 64 levels.
std::variant<Json, JsonFault> parse_json(std::string_view text);

/// Appends compact JSON text.
void write_json(const Json& value, std::string& out);
std::string to_text(const Json& value);
/// Appends a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
void write_json_string(std::string_view text, std::string& out);
/// Length in code points; nothing when the text is not UTF-8.
std::ptrdiff_t utf8_length(std::string_view text);

}  // namespace daftar
