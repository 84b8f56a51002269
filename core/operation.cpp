#include "core/operation.hpp"

namespace daftar::operation_detail {

void write_file(File&& file, Response& response) {
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
