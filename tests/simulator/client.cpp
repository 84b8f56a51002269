#include "tests/simulator/client.hpp"

#include <chrono>
#include <thread>

#include "core/json.hpp"
#include "tests/simulator/books_under_test.hpp"

namespace daftar::simulator {
using namespace std::chrono_literals;

namespace {
constexpr int year = 2025;
constexpr std::string_view entries = "/api/v1/accounting/journal-entries";
}  // namespace

Client::Client(std::uint16_t port, std::string authorization, Model& model, std::uint64_t seed,
               const std::atomic<bool>& stop)
    : http_(port, std::move(authorization)),
      model_(model),
      random_(seed),
      key_prefix_("simulator-" + std::to_string(seed) + "-"),
      stop_(stop) {}

Tally Client::run() {
    while (!stop_ && tally_.problem.empty()) {
        const auto draw = random_() % 100;
        if (draw < 60)
            post();
        else if (draw < 70)
            reverse();
        else if (draw < 85)
            post_something_wrong();
        else
            read_trial_balance();
    }
    return tally_;
}

int Client::insist(std::string_view target, std::string_view body) {
    const auto header = "Idempotency-Key: " + key_prefix_ + std::to_string(++operations_) + "\r\n";
    for (int attempt = 0; attempt < 600; ++attempt) {
        if (attempt) ++tally_.repeated;
        const int status = http_.send("POST", target, body, header);
        if (status != 0 && status != 503 && !(status == 409 && text_in(http_.body(), "code") == "locked"))
            return status;
        std::this_thread::sleep_for(100ms);
    }
    return 0;
}

void Client::post() {
    Acknowledged posted;
    posted.entry = bench::random_entry(random_, model_.accounts().size(), year);
    const int status = insist(entries, json_of(posted.entry, model_.accounts(), operations_));
    posted.id = text_in(http_.body(), "id");
    posted.number = std::atoll(text_in(http_.body(), "number").c_str());
    expect(status == 201, "a sound entry was answered " + std::to_string(status));
    if (status == 201)
        expect(model_.add(posted, false),
               "entry " + posted.id + " number " + std::to_string(posted.number) + " was given out twice");
    ++tally_.posted;
}

void Client::reverse() {
    auto origin = model_.take_for_reversal(random_);
    if (!origin) return;
    const auto target = std::string(entries) + "/" + origin->id + "/reverse";
    int status = insist(target, "{}");
    Acknowledged reversal{text_in(http_.body(), "id"), std::atoll(text_in(http_.body(), "number").c_str()),
                          origin->entry};
    for (auto& line : reversal.entry.lines) line.amount = -line.amount;
    expect(status == 201, "a reversal was answered " + std::to_string(status));
    if (status == 201) expect(model_.add(reversal, true), "the reversal of " + origin->id + " was counted twice");
    status = insist(target, "{}");  // another key: a second reversal
    expect(status == 409 || status == 422, "a second reversal was answered " + std::to_string(status));
    ++tally_.reversed;
}

void Client::post_something_wrong() {
    auto entry = bench::random_entry(random_, model_.accounts().size(), year);
    auto accounts = model_.accounts();
    const auto fault = random_() % 4;
    if (fault == 0)
        entry.lines[0].amount += 1;
    else if (fault == 1)
        accounts[entry.lines[0].account] = "9999999";
    else if (fault == 2)
        entry.date = "1999-01-01";
    else
        entry.lines.resize(1);
    const int status = insist(entries, json_of(entry, accounts, operations_));
    expect(status >= 400 && status < 500,
           "a wrong entry (fault " + std::to_string(fault) + ") was answered " + std::to_string(status));
    ++tally_.refused;
}

void Client::read_trial_balance() {
    const int status =
        http_.send("GET", "/api/v1/accounting/trial-balance?date=" + std::to_string(year) + "-12-31", "");
    if (status == 200) {
        const auto parsed = parse_json(http_.body());
        const auto* report = std::get_if<Json>(&parsed);
        const auto* balanced = report ? report->find("balanced") : nullptr;
        expect(balanced && to_text(*balanced) == "true", "the trial balance does not balance");
    } else if (status == 0 || status == 503) {
        std::this_thread::sleep_for(50ms);
    } else {
        expect(false, "the trial balance was answered " + std::to_string(status));
    }
    ++tally_.read;
}

void Client::expect(bool condition, std::string what) {
    if (!condition && tally_.problem.empty()) tally_.problem = std::move(what) + "\n" + http_.body();
}

}  // namespace daftar::simulator
