// Progress that is seen while a job runs, and cancellation: what a cancelled job did is rolled back and tidied up.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/files.hpp"
#include "core/job_runner.hpp"
#include "documents/documents.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::tests {
namespace {

using namespace std::chrono_literals;

std::function<void(Context&)> during;  // what a test does while its job runs
int tidied = 0;

void run_counted(Context& context, const Json&) {
    context.audit("COUNTED", "Test", {});
    during(context);
}
void tidy(Context& context, const Json&) {
    context.audit("TIDIED", "Test", {});
    ++tidied;
}

class Jobs : public testing::Test {
protected:
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("daftar-jobs-" + std::to_string(getpid()));
    const std::unique_ptr<FileStore> files = folder_file_store(folder);
    const std::vector<Module> modules = {
        {"counted", {job_routes}, {{"counted", run_counted}, {"counted:cancelled", tidy}}}, documents::documents({})};
    TestBooks books{modules};
    Principal keeper = books.organization("Les Tilleuls");
    JobRunner runner{books.pool(), books.services(), modules, 0};

    Jobs() {
        books.services().files = files.get();
        tidied = 0;
    }
    ~Jobs() override { std::filesystem::remove_all(folder); }

    std::string enqueue() {
        std::string id;
        books.run(keeper, [&](Context& context) { id = context.enqueue_job("counted", Json::Object{}).text(); });
        return id;
    }
    std::string cancel(const std::string& id) {
        return outcome(books.request(keeper, "POST", "/api/v1/jobs/" + id + "/cancel", "{}"));
    }
    std::string job(const std::string& id, const std::string& column) {
        return books.sql("select " + column + "::text from job where id = '" + id + "'");
    }
    std::string written(const std::string& action) {
        return books.sql("select count(*) from audit_event where action = '" + action + "'");
    }
};

TEST_F(Jobs, ProgressIsSeenWhileTheJobRuns) {
    std::string seen;
    const auto id = enqueue();
    during = [&](Context& context) {
        report_progress(context, 1, 12);  // too early to be worth a line
        seen = job(id, "progress") + " ";
        std::this_thread::sleep_for(550ms);
        report_progress(context, 3, 12);
        seen += job(id, "progress") + " " + job(id, "status");
    };
    runner.drain();
    EXPECT_EQ(seen, "0 25 running");
    EXPECT_EQ(job(id, "progress") + " " + job(id, "status"), "100 done");
    EXPECT_EQ(cancel(id), "404 not_found");
}

TEST_F(Jobs, ACancelledJobStopsAtItsNextReportAndLeavesNothing) {
    const auto id = enqueue();
    bool went_on = false;
    during = [&](Context& context) {
        std::this_thread::sleep_for(550ms);
        EXPECT_EQ(cancel(id), "204");
        report_progress(context, 3, 12);
        went_on = true;
    };
    runner.drain();
    EXPECT_FALSE(went_on);
    EXPECT_EQ(job(id, "status"), "cancelled");
    EXPECT_EQ(written("COUNTED"), "0");
    EXPECT_EQ(tidied, 1);
    EXPECT_EQ(written("TIDIED"), "1");
    runner.drain();
    EXPECT_EQ(tidied, 1) << "tidied once";
}

TEST_F(Jobs, ACancelledJobThatReportsNothingIsRolledBackAtItsEnd) {
    const auto id = enqueue();
    during = [&](Context&) { EXPECT_EQ(cancel(id), "204"); };
    runner.drain();
    EXPECT_EQ(job(id, "status"), "cancelled");
    EXPECT_EQ(written("COUNTED"), "0");
    EXPECT_EQ(tidied, 1);
}

TEST_F(Jobs, AJobCancelledBeforeItsStartNeverRunsUntilItIsRetried) {
    const auto id = enqueue();
    int runs = 0;
    during = [&](Context&) { ++runs; };
    EXPECT_EQ(cancel(id), "204");
    runner.drain();
    EXPECT_EQ(runs, 0);
    EXPECT_EQ(tidied, 1);
    EXPECT_EQ(outcome(books.request(keeper, "POST", "/api/v1/jobs/" + id + "/retry", "{}")), "204");
    runner.drain();
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(job(id, "status"), "done");
}

TEST_F(Jobs, APaperWhoseReadingIsCancelledWaitsForAPersonWithTheReason) {
    const auto paper = books.expect(201, keeper, "POST", "/api/v1/documents?filename=a.pdf", "%PDF-1.7 x");
    const auto id = books.sql("select id from job where kind = 'read_paper'");
    EXPECT_EQ(cancel(id), "204");
    runner.drain();
    const auto target = "/api/v1/documents/" + *paper.find("id")->if_string();
    const auto now = books.expect(200, keeper, "GET", target);
    EXPECT_EQ(*now.find("status")->if_string(), "failed");
    EXPECT_EQ(*now.find("failure")->find("code")->if_string(), "cancelled");
    EXPECT_EQ(outcome(books.request(keeper, "POST", target + "/read", "{}")), "200");
}

}  // namespace
}  // namespace daftar::tests
