// The ledger under attack: many clients at once, back doors in SQL, lost transactions.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "ledger/auditor.hpp"
#include "ledger/ledger.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::ledger {
namespace {

using tests::outcome;

struct AttackTest : testing::Test {
    tests::TestBooks books{{ledger()}};
    Principal accountant = books.organization("Les Érables");
    static constexpr auto entries = "/api/v1/accounting/journal-entries";

    static std::string body(std::string_view date, std::string_view debit, std::string_view credit,
                            std::string_view journal = "OD") {
        return R"({"date":")" + std::string(date) + R"(","journal_code":")" + std::string(journal) +
               R"(","description":"Attaque","lines":[{"account_code":"610100","debit":)" + std::string(debit) +
               R"(},{"account_code":"550000","credit":)" + std::string(credit) + "}]}";
    }
    Response post(const std::string& text, const std::vector<std::pair<std::string, std::string>>& headers = {}) {
        return books.request(accountant, "POST", entries, text, headers);
    }
    std::string posted(const std::string& text) {
        return *books.expect(201, accountant, "POST", entries, text).find("id")->if_string();
    }
    std::string count(const std::string& rest) { return books.sql("select count(*) from " + rest); }
    void expect_sound() {
        books.run(accountant, [](Context& context) {
            const auto audit = audit_books(context);
            EXPECT_TRUE(audit.sound) << to_json_text(audit);
        });
    }
    static void in_parallel(int clients, const std::function<void(int)>& act) {
        std::vector<std::jthread> threads;
        for (int client = 0; client < clients; ++client) threads.emplace_back([client, &act] { act(client); });
    }
    /// What the application's role is told by PostgreSQL: a SQLSTATE's message, or "" when it succeeds.
    std::string as_app(const std::string& statement) {
        try {
            books.sql("begin; set local role daftar_app; select set_config('app.organization', '" +
                      accountant.organization.text() + "', true); " + statement + "; commit");
            return "";
        } catch (const std::runtime_error& error) {
            return error.what();
        }
    }
};

TEST_F(AttackTest, sixteen_clients_and_a_period_that_locks_leave_no_gap_and_no_late_entry) {
    std::atomic<int> accepted = 0, refused = 0;
    std::atomic<bool> done = false;
    std::jthread locker([&] {
        while (!done) {
            const auto change = [&](const char* status) {
                return outcome(books.request(accountant, "PUT", "/api/v1/accounting/periods/2025-03-01",
                                             R"({"status":")" + std::string(status) + "\"}"));
            };
            EXPECT_EQ(change("locked"), "200");
            const auto before = count("entry where date between '2025-03-01' and '2025-03-31'");
            std::this_thread::sleep_for(std::chrono::milliseconds(15));
            EXPECT_EQ(count("entry where date between '2025-03-01' and '2025-03-31'"), before) << "a late entry";
            EXPECT_EQ(change("open"), "200");
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    in_parallel(16, [&](int client) {
        for (int i = 0; i < 20; ++i) {
            const auto date = i % 2 ? "2025-03-15" : "2025-04-15";
            const auto answer = outcome(post(body(date, "1.50", i % 5 ? "1.50" : "1.49", client % 2 ? "OD" : "BQ")));
            if (answer == "201")
                ++accepted;
            else if (answer == "409 period_locked" || (i % 5 == 0 && answer == "422 lines_must_balance"))
                ++refused;
            else
                ADD_FAILURE() << answer;
        }
    });
    done = true;
    locker.join();
    EXPECT_EQ(accepted + refused, 320);
    EXPECT_EQ(count("entry"), std::to_string(accepted));
    EXPECT_EQ(count("(select from entry group by journal_id, year having max(number) <> count(*)) gaps"), "0");
    expect_sound();
}

TEST_F(AttackTest, one_key_in_parallel_posts_once) {
    std::set<std::string> bodies;
    std::mutex lock;
    in_parallel(16, [&](int client) {
        const auto answer = post(body("2025-05-02", "7", "7"), {{"idempotency-key", "k" + std::to_string(client % 2)}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        const std::scoped_lock held(lock);
        bodies.insert(answer.body);
    });
    EXPECT_EQ(bodies.size(), 2u);
    EXPECT_EQ(count("entry"), "2");
}

/// Cuts requests off as a restart of PostgreSQL does, wherever they are: some before, some after their COMMIT.
TEST_F(AttackTest, what_is_sent_again_with_its_key_after_a_lost_connection_posts_once) {
    std::atomic<bool> done = false;
    std::atomic<int> broken = 0;
    std::thread breaker([&] {
        while (!done) {
            broken += std::stoi(
                books.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where state <> 'idle' and "
                          "datname = current_database() and pid <> pg_backend_pid()"));
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    });
    constexpr int clients = 4, each = 8, each_max = 500;  // at most, until a request was cut off in its midst
    std::atomic<int> acts = 0;
    in_parallel(clients, [&](int client) {
        for (int i = 0; i < each || (broken == 0 && i < each_max); ++i, ++acts) {
            const auto key = std::to_string(client) + "-" + std::to_string(i);
            Response answer;
            do answer = post(body("2025-05-02", "1", "1"), {{"idempotency-key", key}});
            while (answer.status == 503);
            EXPECT_EQ(answer.status, 201) << answer.body;
        }
    });
    done = true;
    breaker.join();
    EXPECT_GT(broken, 0) << "no request was cut off: this proves nothing";
    EXPECT_EQ(count("entry"), std::to_string(acts));
    expect_sound();
}

TEST_F(AttackTest, a_restart_of_postgresql_is_not_seen_by_who_asks_after_it) {
    in_parallel(8, [&](int) { posted(body("2025-05-02", "1", "1")); });  // fills the pool
    books.sql(
        "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and "
        "pid <> "
        "pg_backend_pid()");
    EXPECT_EQ(outcome(post(body("2025-05-02", "1", "1"))), "201") << "nothing was committed yet: it is tried again";
    EXPECT_EQ(outcome(books.request(accountant, "GET", "/api/v1/accounts")), "200");
    expect_sound();
}

TEST_F(AttackTest, one_entry_is_reversed_once_in_parallel) {
    const auto id = posted(body("2025-05-02", "7", "7"));
    std::atomic<int> reversed = 0;
    in_parallel(8, [&](int) {
        const auto answer =
            outcome(books.request(accountant, "POST", std::string(entries) + "/" + id + "/reverse", "{}"));
        if (answer == "201")
            ++reversed;
        else
            EXPECT_EQ(answer, "409 already_reversed");
    });
    EXPECT_EQ(reversed, 1);
    const auto mirror = books.sql("select id from entry where reversal_of is not null");
    EXPECT_EQ(outcome(books.request(accountant, "POST", std::string(entries) + "/" + mirror + "/reverse", "{}")),
              "409 cannot_reverse_reversal");
    expect_sound();
}

TEST_F(AttackTest, what_is_rolled_back_takes_no_number) {
    posted(body("2025-05-02", "1", "1"));
    EXPECT_EQ(post(body("2025-05-02", "2", "2"), {{"daftar-dry-run", "true"}}).status, 201);
    books.expect(200, accountant, "PUT", "/api/v1/accounting/periods/2025-06-01", R"({"status":"locked"})");
    EXPECT_EQ(outcome(post(body("2025-06-02", "3", "3"))), "409 period_locked");
    EXPECT_THROW(books.run(accountant,
                           [&](Context& context) {
                               const auto id = [&](const char* code) {
                                   return Id<Account>{*Uuid::parse(
                                       books.sql("select id from account where code = '" + std::string(code) + "'"))};
                               };
                               Posting posting;
                               posting.journal_code = "OD";
                               posting.date = Date(2025, 5, 3);
                               posting.description = "Perdue";
                               const Money one(100, context.currency());
                               posting.lines.resize(2);
                               posting.lines[0].account = id("610100"), posting.lines[0].amount = one;
                               posting.lines[1].account = id("550000"), posting.lines[1].amount = -one;
                               ledger::post(context, posting);
                               throw std::runtime_error("the client is gone");
                           }),
                 std::runtime_error);
    posted(body("2025-05-04", "4", "4"));
    EXPECT_EQ(books.sql("select string_agg(number::text, ',' order by leaf_index) from entry"), "1,2");
    expect_sound();
}

TEST_F(AttackTest, the_application_has_no_back_door_in_sql) {
    const auto id = posted(body("2025-03-01", "5", "5"));
    for (const auto* table : {"entry", "line", "matching_item", "tree_head", "merkle_chunk"})
        EXPECT_NE(as_app("update " + std::string(table) + " set organization_id = organization_id").find("denied"),
                  std::string::npos)
            << table;
    for (const auto* table :
         {"entry", "line", "balance", "open_item", "matching", "matching_item", "journal", "account", "auxiliary",
          "book", "journal_counter", "fiscal_year", "tree_head", "merkle_chunk"}) {
        EXPECT_NE(as_app("delete from " + std::string(table)).find("denied"), std::string::npos) << table;
        EXPECT_NE(as_app("truncate " + std::string(table) + " cascade").find("denied"), std::string::npos) << table;
    }
    EXPECT_NE(as_app("alter table line disable trigger all").find("must be owner"), std::string::npos);
    EXPECT_NE(as_app("set local session_replication_role = replica").find("denied"), std::string::npos);

    const auto add_line = [&](const char* entry, const char* amount) {
        return as_app(
            "insert into line (organization_id, entry_id, line_number, account_id, date, kind, leaf_index, amount) "
            "select organization_id, " +
            std::string(entry) + ", line_number + 2, account_id, date, kind, leaf_index, " + amount + " from line");
    };
    EXPECT_NE(add_line("entry_id", "amount").find("équilibrée"), std::string::npos) << "lines added later";
    const auto add_entry = [&](const char* line_count, const std::string& lines) {
        return as_app(
            "insert into entry (organization_id, id, journal_id, year, number, date, description, line_count, "
            "leaf_index, leaf_hash) "
            "select organization_id, gen_random_uuid(), journal_id, year, number + 1, date, 'x', " +
            std::string(line_count) + ", leaf_index + 1, leaf_hash from entry; " + lines);
    };
    EXPECT_NE(add_entry("2", "").find("n'a pas toutes ses lignes"), std::string::npos) << "an entry without lines";
    const std::string lines =
        "insert into line (organization_id, entry_id, line_number, account_id, date, kind, leaf_index, amount) "
        "select l.organization_id, e.id, l.line_number, l.account_id, l.date, l.kind, e.leaf_index, ";
    const std::string from = " from line l, entry e where e.leaf_index = 1";
    EXPECT_NE(add_entry("2", lines + "l.amount * l.line_number" + from).find("équilibrée"), std::string::npos);
    EXPECT_NE(add_entry("3", lines + "l.amount" + from).find("équilibrée"), std::string::npos) << "a wrong line count";
    EXPECT_NE(add_entry("1", "").find("violates check"), std::string::npos);
    EXPECT_EQ(count("entry"), "1");
    EXPECT_EQ(count("line"), "2");
    expect_sound();

    // Maintained sums must be writable; whoever falsifies them is found.
    EXPECT_EQ(as_app("update balance set debit = debit + 1 where debit > 0"), "");
    books.run(accountant, [](Context& context) { EXPECT_FALSE(audit_books(context).sound); });
}

TEST_F(AttackTest, another_organization_cannot_be_written_into) {
    posted(body("2025-03-01", "5", "5"));
    const auto stranger = books.organization("Ailleurs");
    for (const auto* table : {"account", "journal", "fiscal_year", "book"}) {
        const auto text = as_app("insert into " + std::string(table) + " select * from " + table +
                                 " where organization_id = '" + stranger.organization.text() + "'");
        EXPECT_EQ(text, "") << table << ": nothing of it is seen, so nothing is inserted";
    }
    EXPECT_NE(as_app("insert into book (organization_id) values ('" + stranger.organization.text() +
                     "') on conflict do nothing")
                  .find("row-level security"),
              std::string::npos);
    EXPECT_NE(as_app("select set_config('app.organization', '', true); insert into book (organization_id) values ('" +
                     accountant.organization.text() + "')")
                  .find("row-level security"),
              std::string::npos)
        << "without a tenant nothing is written";
}

}  // namespace
}  // namespace daftar::ledger
