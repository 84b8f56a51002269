#include "core/form_data.hpp"

#include <gtest/gtest.h>

#include "core/problem.hpp"

namespace daftar {
namespace {

Request form(std::string body, std::string content_type = "multipart/form-data; boundary=xyz") {
    Request request;
    request.method = "POST";
    request.path = "/api/v1/documents";
    request.headers["content-type"] = std::move(content_type);
    request.body = std::move(body);
    return request;
}

std::string refusal_of(const Request& request) {
    try {
        request_of_form(request);
    } catch (const BadInput& bad) {
        return bad.problems.front().code;
    }
    return "taken";
}

const std::string pdf = "%PDF-1.7\r\n--xy not the mark\r\n\0binary";

TEST(FormData, the_file_becomes_the_body_and_the_fields_join_the_query) {
    const auto taken = request_of_form(form(
        "--xyz\r\nContent-Disposition: form-data; name=\"bank_account_id\"\r\n\r\n42\r\n"
        "--xyz\r\ncontent-disposition: form-data; filename=\"C:\\dossier\\fact;ure \\\"été\\\".pdf\"; name=\"file\"\r\n"
        "Content-Type: application/pdf\r\n\r\n" +
        pdf + "\r\n--xyz--\r\n"));
    EXPECT_EQ(taken.body, pdf);
    EXPECT_EQ(taken.header("content-type"), "application/pdf");
    const std::vector<std::pair<std::string, std::string>> query = {{"bank_account_id", "42"},
                                                                    {"filename", "fact;ure \"été\".pdf"}};
    EXPECT_EQ(taken.query, query);
}

TEST(FormData, other_spellings_of_the_same) {
    const auto taken = request_of_form(
        form("preamble\r\n--x y\r\nContent-Disposition: form-data; name=f; filename=a.pdf\r\n\r\nA\r\n--x y--",
             "Multipart/Form-Data; charset=utf-8; boundary=\"x y\""));
    EXPECT_EQ(taken.body, "A");
    EXPECT_EQ(taken.header("content-type"), "application/octet-stream");
    const auto empty =
        request_of_form(form("--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--xyz--"));
    EXPECT_EQ(empty.body, "");
}

TEST(FormData, what_is_malformed_is_refused) {
    const std::string part = "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nA\r\n";
    const struct {
        const char* why;
        Request request;
        const char* code;
    } cases[] = {
        {"no boundary", form(part + "--xyz--", "multipart/form-data"), "invalid_form"},
        {"another boundary", form(part + "--xyz--", "multipart/form-data; boundary=abc"), "invalid_form"},
        {"cut before the last mark", form(part), "invalid_form"},
        {"cut in the headers", form("--xyz\r\nContent-Disposition: form-data\r\n--xyz--"), "invalid_form"},
        {"empty", form(""), "invalid_form"},
        {"no name", form("--xyz\r\nContent-Type: text/plain\r\n\r\nA\r\n--xyz--"), "invalid_form"},
        {"no file", form("--xyz\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nA\r\n--xyz--"), "missing"},
        {"two files", form(part + part + "--xyz--"), "one_file_only"},
        {"nothing between the marks", form("--xyz\r\n--xyz--"), "invalid_form"},
    };
    for (const auto& one : cases) EXPECT_EQ(refusal_of(one.request), one.code) << one.why;
}

TEST(FormData, only_forms_are_taken_apart) {
    EXPECT_TRUE(is_form_data("multipart/form-data; boundary=a"));
    EXPECT_FALSE(is_form_data("multipart/mixed; boundary=a"));
    EXPECT_FALSE(is_form_data("application/pdf"));
    EXPECT_FALSE(is_form_data(""));
}

}  // namespace
}  // namespace daftar
