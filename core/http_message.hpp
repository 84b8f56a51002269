// A request and its response, independent of any network.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daftar {

struct Request {
    std::string method;
    std::string path;                                         ///< decoded, without the query
    std::vector<std::pair<std::string, std::string>> query;   ///< decoded, in order
    std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
    std::string body;
    std::string remote_address;
    std::string id;  ///< of the request, for logs and errors

    std::string_view header(std::string_view name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    }
};

struct Response {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// Splits "path?a=1&b=2" into the decoded path and parameters of `request`. False when an escape is malformed.
bool read_target(std::string_view target, Request& request);
/// A text for a URL: everything but letters, digits and "-._~" becomes %XX.
std::string percent_encoded(std::string_view text);

}  // namespace daftar
