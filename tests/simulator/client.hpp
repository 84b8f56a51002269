// One client of the simulation: draws operations, insists until each is answered, and tells the model.
#pragma once
#include <atomic>
#include <string>

#include "bench/load/http_client.hpp"
#include "tests/simulator/model.hpp"

namespace daftar::simulator {

struct Tally {
    std::size_t posted = 0, reversed = 0, refused = 0, repeated = 0, read = 0;
    std::string problem;  ///< what went wrong; empty when nothing did
};

class Client {
public:
    Client(std::uint16_t port, std::string authorization, Model& model, std::uint64_t seed,
           const std::atomic<bool>& stop);

    /// Runs operations until `stop`, or until one goes wrong.
    Tally run();

private:
    /// Sends a writing under one idempotency key until it is answered with something else than "not now".
    int insist(std::string_view target, std::string_view body);
    void post();
    void reverse();
    void post_something_wrong();
    void read_trial_balance();
    void expect(bool condition, std::string what);

    bench::HttpClient http_;
    Model& model_;
    std::mt19937_64 random_;
    std::string key_prefix_;
    std::uint64_t operations_ = 0;
    const std::atomic<bool>& stop_;
    Tally tally_;
};

}  // namespace daftar::simulator
