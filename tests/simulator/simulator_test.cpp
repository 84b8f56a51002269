// A minute of random work under kill -9, then the books are compared with the model and proven by the auditor.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <thread>

#include "tests/simulator/books_under_test.hpp"
#include "tests/simulator/client.hpp"
#include "tests/simulator/server_under_test.hpp"

namespace daftar::simulator {
namespace {
using namespace std::chrono_literals;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

TEST(Simulator, EveryAcknowledgedEntryIsThereOnceWhateverIsKilled) {
    const auto seed = setting("DAFTAR_SIMULATOR_SEED", std::random_device()());
    const auto seconds = setting("DAFTAR_SIMULATOR_SECONDS", 60);
    std::cout << "seed " << seed << ", " << seconds << " s (DAFTAR_SIMULATOR_SEED=" << seed
              << " draws the same operations)" << std::endl;

    ServerUnderTest server(DAFTAR_PROGRAM);
    const auto books = open_books(server.port(), server.log());
    ASSERT_GE(books.accounts.size(), 2u);
    Model model(books.accounts);
    std::atomic<bool> stop = false;
    std::vector<Tally> tallies(6);
    std::vector<std::thread> clients;
    for (std::size_t client = 0; client < tallies.size(); ++client) {
        clients.emplace_back([&, client] {
            tallies[client] = Client(books.port, books.authorization, model, seed + client, stop).run();
        });
    }

    std::mt19937_64 random(seed);
    std::size_t server_kills = 0, postgres_kills = 0;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    try {
        while (std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2000 + random() % 4000));
            if (random() % 2) {
                server.kill_server();
                ++server_kills;
            } else {
                postgres_kills += server.kill_postgres();
            }
        }
    } catch (const std::exception& failed) {
        ADD_FAILURE() << failed.what();
    }
    stop = true;
    for (auto& client : clients) client.join();

    Tally all;
    for (const auto& tally : tallies) {
        EXPECT_EQ(tally.problem, "");
        all.posted += tally.posted;
        all.reversed += tally.reversed;
        all.refused += tally.refused;
        all.repeated += tally.repeated;
        all.read += tally.read;
    }
    std::cout << all.posted << " posted, " << all.reversed << " reversed, " << all.refused << " refused, " << all.read
              << " reads, " << all.repeated << " repeated after no answer; the server was killed " << server_kills
              << " times, PostgreSQL " << postgres_kills << " times" << std::endl;
    EXPECT_GT(all.posted, 0u);
    EXPECT_TRUE(model.numbers_have_no_gap());
    EXPECT_EQ(balances_of(books), model.balances());
    server.stop();
    EXPECT_EQ(server.run({"audit"}), 0) << server.log();
}

}  // namespace
}  // namespace daftar::simulator
