// E-mail addresses as names of accounts.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/wire.hpp"

namespace daftar::identity {

/// The address in the form that names an account: lower case ASCII. Nothing when it is not a plain `local@domain`
/// address: letters of other alphabets are refused, because look-alikes and case folding would let two accounts pass
/// for one. Internationalized domains are given in their `xn--` form.
std::optional<std::string> account_address(std::string_view text);

/// A field that holds such an address, at most 254 characters.
struct EmailAddress {
    std::string value;
    friend auto operator<=>(const EmailAddress&, const EmailAddress&) = default;
};

}  // namespace daftar::identity

template <> struct daftar::Wire<daftar::identity::EmailAddress> {
    static void read(const Json& in, identity::EmailAddress& out, Reading& reading, const Path& path);
    static void write(const identity::EmailAddress& in, std::string& out) { write_json_string(in.value, out); }
    static Json schema(SchemaBook&) {
        return Json::Object{{"type", "string"}, {"format", "email"}, {"maxLength", 254}};
    }
};
