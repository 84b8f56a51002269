#include "tests/scenarios/scenario.hpp"

#include <fstream>
#include <sstream>

#include "server/modules.hpp"

namespace daftar::tests {
namespace {

class Scenario {
public:
    explicit Scenario(std::filesystem::path file) : file_(std::move(file)), books_(server::all_modules()) {}

    std::vector<std::string> run() {
        std::ifstream in(file_);
        if (!in) return {file_.string() + ": cannot be read"};
        for (std::string line; std::getline(in, line);) {
            ++line_number_;
            const auto text = std::string(trimmed(line));
            if (!text.empty() && text[0] != '#') step(text);
        }
        return std::move(differences_);
    }

private:
    void differ(const std::string& what) {
        differences_.push_back(file_.string() + ":" + std::to_string(line_number_) + ": " + what);
    }

    void step(const std::string& text) {
        std::istringstream words(text);
        std::string word;
        words >> word;
        if (word == "organization") return open_books(text);
        if (word == "as") {
            words >> word;
            principal_ = books_.as(principal_, word);
        } else if (word == "keep") {
            std::string name, path;
            words >> name >> path;
            kept_[name] = found(path);
        } else if (word == "expect") {
            std::string path;
            words >> path;
            std::string wanted;
            std::getline(words, wanted);
            if (const auto value = found(path); value != with_kept(std::string(trimmed(wanted))))
                differ(path + " is " + value);
        } else if (word == "balance") {
            balance(words);
        } else {
            call(word, text);
        }
    }

    void open_books(const std::string& text) {
        const auto open = text.find('"'), close = text.find('"', open + 1);
        std::istringstream words(text.substr(close + 1));
        std::string chart = "be-acp";
        int year = 2025;
        for (std::string word; words >> word;) {
            if (word == "chart") words >> chart;
            if (word == "year") words >> year;
        }
        principal_ = books_.organization(text.substr(open + 1, close - open - 1), chart, year);
    }

    std::string with_kept(std::string text) const {
        for (const auto& [name, value] : kept_)
            for (std::size_t at; (at = text.find("{" + name + "}")) != std::string::npos;)
                text.replace(at, name.size() + 2, value);
        return text;
    }

    void call(const std::string& method, const std::string& text) {
        const auto arrow = text.rfind("->");
        if (arrow == std::string::npos) return differ("a call needs « -> status »");
        const auto request = with_kept(std::string(trimmed(text.substr(method.size(), arrow - method.size()))));
        const auto space = request.find(' ');
        const auto body = space == std::string::npos ? "" : std::string(trimmed(request.substr(space)));
        const auto response = books_.request(principal_, method, "/api/v1" + request.substr(0, space), body);
        const auto parsed = parse_json(response.body);
        answer_ = std::holds_alternative<Json>(parsed) ? std::get<Json>(parsed) : Json();
        const std::string wanted(trimmed(text.substr(arrow + 2)));
        if (const auto got = outcome(response); got != wanted)
            differ("answered " + got + " " + response.body.substr(0, 400));
    }

    /// "checks.0.status": members by name, items by place.
    std::string found(const std::string& path) {
        const Json* at = &answer_;
        std::istringstream parts(path);
        for (std::string part; std::getline(parts, part, '.') && at;) {
            if (const auto* list = at->if_array()) {
                const auto place = static_cast<std::size_t>(std::atoi(part.c_str()));
                at = place < list->size() ? &(*list)[place] : nullptr;
            } else {
                at = at->find(part);
            }
        }
        if (!at) return "missing";
        return at->if_string() ? *at->if_string() : to_text(*at);
    }

    void balance(std::istringstream& words) {
        std::string date, code, wanted;
        words >> date;
        const auto response =
            books_.request(principal_, "GET", "/api/v1/accounting/trial-balance?auxiliaries=false&date=" + date);
        const auto parsed = parse_json(response.body);
        const auto& balance = std::get<Json>(parsed);
        while (words >> code >> wanted) {
            std::string value = "0.00";
            for (const auto& account : *balance.find("accounts")->if_array())
                if (*account.find("account_code")->if_string() == code) value = to_text(*account.find("balance"));
            if (value != wanted) differ("the balance of " + code + " is " + value);
        }
        if (to_text(*balance.find("balanced")) != "true") differ("the trial balance does not balance");
    }

    std::filesystem::path file_;
    TestBooks books_;
    Principal principal_;
    Json answer_;
    std::map<std::string, std::string> kept_;
    std::vector<std::string> differences_;
    int line_number_ = 0;
};

}  // namespace

std::vector<std::string> run_scenario(const std::filesystem::path& file) { return Scenario(file).run(); }

}  // namespace daftar::tests
