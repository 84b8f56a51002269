// The load generator: N keep-alive clients on loopback, for a time or until a file of bodies is sent. Prints one line
// of JSON.
//
//   load --port 8080 --tokens tokens.txt --post /api/v1/… --accounts 514100,611000 --clients 16 --seconds 10
//   load … --read /api/v1/… --read /api/v1/… --reads 70        (of a hundred requests)
//   load … --bodies batches.jsonl                              (each line once, then the end)
//   load … --rotate                                            (every request under another token; each body under all)
#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "bench/load/http_client.hpp"
#include "bench/load/random_entry.hpp"

namespace {

using namespace daftar::bench;
using Clock = std::chrono::steady_clock;

struct Options {
    std::uint16_t port = 0;
    unsigned clients = 16, seconds = 10, warm_up_seconds = 2, reads_percent = 0;
    int year = 2025;
    bool rotate = false;
    std::string tokens_file, bodies_file, post_target;
    std::vector<std::string> accounts, reads;
};

/// What one client measured: milliseconds of each answered request, by kind.
struct Measured {
    std::vector<double> writes, reads;
    std::size_t errors = 0, bytes = 0;
    std::string first_error;
};

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

/// Sends one request and notes how long its answer took, unless the warm-up still lasts.
void measure(HttpClient& http, bool counted, bool reading, std::string_view target, std::string_view body,
             Measured& measured) {
    const auto start = Clock::now();
    const int status = http.send(reading ? "GET" : "POST", target, body);
    const std::chrono::duration<double, std::milli> took = Clock::now() - start;
    if (!counted) return;
    if (status < 200 || status > 299) {
        ++measured.errors;
        if (measured.first_error.empty())
            measured.first_error = std::to_string(status) + " " + http.body().substr(0, 300);
    } else {
        (reading ? measured.reads : measured.writes).push_back(took.count());
        measured.bytes += http.body().size();
    }
}

void run_for_a_time(const Options& options, const std::vector<std::string>& tokens, HttpClient& http, unsigned client,
                    Clock::time_point start, Measured& measured) {
    std::mt19937_64 random(client + 1);
    const auto counted_from = start + std::chrono::seconds(options.warm_up_seconds);
    const auto end = counted_from + std::chrono::seconds(options.seconds);
    for (std::uint64_t number = 0; Clock::now() < end; ++number) {
        const bool counted = Clock::now() >= counted_from;
        if (options.rotate) http.authorize(tokens[random() % tokens.size()]);
        if (!options.reads.empty() && random() % 100 < options.reads_percent) {
            measure(http, counted, true, options.reads[random() % options.reads.size()], "", measured);
        } else {
            const auto entry = random_entry(random, options.accounts.size(), options.year);
            measure(http, counted, false, options.post_target, json_of(entry, options.accounts, number), measured);
        }
        if (measured.errors > 1000) return;
    }
}

void print_times(const char* kind, std::vector<double>& times, double seconds) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times.empty() ? 0
                             : times[std::min(times.size() - 1,
                                              static_cast<std::size_t>(part * static_cast<double>(times.size())))];
    };
    std::cout << "\"" << kind << "\":{\"count\":" << times.size()
              << ",\"per_second\":" << static_cast<double>(times.size()) / seconds << ",\"p50_ms\":" << at(0.50)
              << ",\"p95_ms\":" << at(0.95) << ",\"p99_ms\":" << at(0.99) << ",\"max_ms\":" << at(1.0) << "},";
}

}  // namespace

int main(int count, char** arguments) {
    Options options;
    CLI::App app{"Load on one HTTP server of this machine"};
    app.add_option("--port", options.port)->required();
    app.add_option("--tokens", options.tokens_file,
                   "values of the Authorization header, one a line, given to the clients in turn")
        ->required();
    app.add_option("--post", options.post_target, "where entries are posted");
    app.add_option("--accounts", options.accounts, "codes; the first is the bank")->delimiter(',');
    app.add_option("--year", options.year);
    app.add_option("--clients", options.clients)->check(CLI::Range(1, 256));
    app.add_option("--seconds", options.seconds)->check(CLI::Range(1, 120));
    app.add_option("--read", options.reads, "a target to read; may be repeated");
    app.add_option("--reads", options.reads_percent)->check(CLI::Range(0, 100));
    app.add_option("--bodies", options.bodies_file, "a body a line, each sent once to --post");
    app.add_flag("--rotate", options.rotate, "every request under a token at random; each body once under every token");
    CLI11_PARSE(app, count, arguments);

    const auto tokens = lines_of(options.tokens_file);
    const auto bodies = options.bodies_file.empty() ? std::vector<std::string>() : lines_of(options.bodies_file);
    if (tokens.empty() || (bodies.empty() && options.reads_percent < 100 && options.accounts.size() < 2)) {
        std::cerr << "no token, or fewer than two accounts\n";
        return 2;
    }
    std::vector<Measured> measured(options.clients);
    std::vector<std::thread> threads;
    std::atomic<std::size_t> next_body = 0;
    const auto start = Clock::now();
    for (unsigned client = 0; client < options.clients; ++client) {
        threads.emplace_back([&, client] {
            HttpClient http(options.port, tokens[client % tokens.size()]);
            if (bodies.empty()) return run_for_a_time(options, tokens, http, client, start, measured[client]);
            const auto copies = options.rotate ? tokens.size() : 1;
            for (auto next = next_body++; next < bodies.size() * copies; next = next_body++) {
                if (options.rotate) http.authorize(tokens[next % copies]);
                measure(http, true, false, options.post_target, bodies[next / copies], measured[client]);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    const std::chrono::duration<double> whole = Clock::now() - start;
    const double seconds = bodies.empty() ? options.seconds : whole.count();

    Measured all;
    for (auto& one : measured) {
        all.writes.insert(all.writes.end(), one.writes.begin(), one.writes.end());
        all.reads.insert(all.reads.end(), one.reads.begin(), one.reads.end());
        all.errors += one.errors;
        all.bytes += one.bytes;
        if (all.first_error.empty()) all.first_error = one.first_error;
    }
    std::cout << "{\"seconds\":" << seconds << ",";
    print_times("writes", all.writes, seconds);
    print_times("reads", all.reads, seconds);
    std::cout << "\"errors\":" << all.errors << ",\"bytes\":" << all.bytes << "}\n";
    if (!all.first_error.empty()) std::cerr << "first error: " << all.first_error << "\n";
    return all.errors ? 1 : 0;
}
