#include "tests/simulator/books_under_test.hpp"

#include <chrono>
#include <regex>
#include <set>
#include <stdexcept>
#include <thread>

#include "bench/load/http_client.hpp"
#include "core/decimal.hpp"
#include "core/json.hpp"

namespace daftar::simulator {

namespace {

constexpr std::string_view sign_in = R"({"email":"simulateur@example.org","password":"mot-de-passe-du-simulateur")";

std::string text_of(const Json* value) {
    if (!value || value->is_null()) return "";
    return value->if_string() ? *value->if_string() : to_text(*value);
}

/// The answer to a request that must succeed; waits while PostgreSQL, just killed, comes back.
Json answer(const BooksUnderTest& books, std::string_view method, const std::string& target,
            const std::string& body = "") {
    bench::HttpClient http(books.port, books.authorization);
    int status = 0;
    for (int attempt = 0; attempt < 600 && (status == 0 || status == 503); ++attempt) {
        if (attempt) std::this_thread::sleep_for(std::chrono::milliseconds(100));
        status = http.send(method, target, body);
    }
    auto parsed = parse_json(http.body());
    auto* json = std::get_if<Json>(&parsed);
    if (status < 200 || status > 299 || !json)
        throw std::runtime_error(target + ": " + std::to_string(status) + " " + http.body());
    return std::move(*json);
}

void take_token(BooksUnderTest& books, const Json& signed_in) {
    books.authorization = "Bearer " + text_of(signed_in.find("access_token"));
}

const Json::Array& items_of(const Json& list) {
    static const Json::Array none;
    if (list.if_array()) return *list.if_array();
    const auto* items = list.find("items");
    return items && items->if_array() ? *items->if_array() : none;
}

}  // namespace

std::string text_in(std::string_view json, std::string_view field) {
    const auto parsed = parse_json(json);
    const auto* object = std::get_if<Json>(&parsed);
    return object ? text_of(object->find(field)) : "";
}

BooksUnderTest open_books(std::uint16_t port, std::string_view server_log) {
    BooksUnderTest books;
    books.port = port;
    static const std::regex address(R"(jeton=([A-Za-z0-9_\-]+))");
    std::cmatch token;
    if (!std::regex_search(server_log.begin(), server_log.end(), token, address))
        throw std::runtime_error("the server printed no one-time address");
    answer(books, "POST", "/api/v1/auth/first-admin",
           std::string(sign_in) + R"(,"name":"Simulateur","token":")" + token[1].str() + "\"}");
    const auto login = std::string(sign_in) + "}";
    const auto administrator = answer(books, "POST", "/api/v1/auth/login", login);
    take_token(books, administrator);
    const auto* user = administrator.find("user");
    books.organization_id =
        text_of(answer(books, "POST", "/api/v1/organizations", R"({"name":"Simulation","country":"MA"})").find("id"));

    std::string office_role;
    for (const auto& role : items_of(*user->find("roles"))) {
        if (text_of(role.find("role_type")) == "Admin") office_role = text_of(role.find("role_id"));
    }
    take_token(books,
               answer(books, "POST", "/api/v1/auth/switch-role",
                      R"({"role_id":")" + office_role + R"(","open_organization":")" + books.organization_id + "\"}"));
    const auto accountant =
        answer(books, "POST", "/api/v1/users/" + text_of(user->find("id")) + "/roles", R"({"role_type":"Accountant"})");
    take_token(books, answer(books, "POST", "/api/v1/auth/switch-role",
                             R"({"role_id":")" + text_of(accountant.find("role_id")) + "\"}"));

    // Books open with the current year; the operations fall in a year that does not change from run to run.
    answer(books, "POST", "/api/v1/accounting/fiscal-years", R"({"year":2025})");
    const auto chart = answer(books, "GET", "/api/v1/accounts");
    std::set<std::string> parents;
    for (const auto& account : items_of(chart)) parents.insert(text_of(account.find("parent_code")));
    for (const auto& account : items_of(chart)) {
        const auto code = text_of(account.find("code"));
        if (parents.contains(code) || text_of(account.find("is_collective")) == "true") continue;
        books.accounts.insert(code.starts_with("51") ? books.accounts.begin() : books.accounts.end(), code);
    }
    return books;
}

std::map<std::string, std::int64_t> balances_of(const BooksUnderTest& books) {
    const auto report = answer(books, "GET", "/api/v1/accounting/trial-balance?date=2025-12-31");
    std::map<std::string, std::int64_t> balances;
    for (const auto& account : items_of(*report.find("accounts"))) {
        const auto balance = Decimal::parse(text_of(account.find("balance")));
        if (!balance) throw std::runtime_error("a balance is no number");
        if (const auto cents = balance->rounded(2).units) balances[text_of(account.find("account_code"))] = cents;
    }
    return balances;
}

}  // namespace daftar::simulator
