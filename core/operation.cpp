#include "core/operation.hpp"

#include "core/files.hpp"

namespace daftar::operation_detail {

void write_file(File&& file, Response& response) {
    constexpr std::size_t tag_digits = 32;  // half of SHA-256: enough that no other file has it
    response.headers.emplace_back("ETag", "\"" + FileHash::of(file.bytes).text().substr(0, tag_digits) + "\"");
    response.content_type = std::move(file.content_type);
    response.body = std::move(file.bytes);
    response.headers.emplace_back("Content-Disposition", std::string(file.shown ? "inline" : "attachment") +
                                                             "; filename*=UTF-8''" + percent_encoded(file.filename));
}

void write_link(const Request& request, const std::string& cursor, Response& response) {
    std::string target = request.path + "?";
    for (const auto& [name, value] : request.query)
        if (name != "cursor") target += percent_encoded(name) + "=" + percent_encoded(value) + "&";
    response.headers.emplace_back("Link", "<" + target + "cursor=" + percent_encoded(cursor) + ">; rel=\"next\"");
}

void refuse_input(const Json& in) {
    Problems problems;
    if (const auto* object = in.if_object())
        for (const auto& member : *object)
            problems.push_back({member.first, "unknown_field", "Ce champ n'existe pas."});
    if (!problems.empty()) throw BadInput(std::move(problems));
}

}  // namespace daftar::operation_detail
