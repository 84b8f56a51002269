#include "core/group_commit.hpp"

namespace daftar {
namespace {

/// The requests that one flush serves.
struct Group {
    std::condition_variable changed;
    bool ended = false;
    std::optional<DatabaseError> failure;
};

// The smallest transaction whose commit must reach the disk, and with it all that was committed before.
constexpr Statement flush_statement{"core.flush_log", "select pg_logical_emit_message(true, 'daftar', '')"};

std::optional<DatabaseError> failure_of_flush(Connection& connection) {
    try {
        connection.enqueue(flush_statement, {});
        connection.flush();
        return {};
    } catch (const DatabaseError& error) {
        return error;
    }
}

}  // namespace

struct GroupCommit::Line {
    std::unique_ptr<Connection> connection;
    bool is_flushing = false;
    std::shared_ptr<Group> gathering = std::make_shared<Group>();
};

std::shared_ptr<GroupCommit::Line> GroupCommit::line() {
    const std::lock_guard lock(mutex_);
    if (line_ && !line_->is_flushing && !line_->connection->is_usable()) line_.reset();  // PostgreSQL was restarted
    if (!line_) line_ = std::make_shared<Line>(Line{open_()});
    return line_;
}

void GroupCommit::wait(const std::shared_ptr<Line>& line) {
    std::unique_lock lock(mutex_);
    const auto group = line->gathering;
    while (!group->ended) {
        if (line->is_flushing) {
            group->changed.wait(lock);
            continue;
        }
        line->is_flushing = true;
        line->gathering =
            std::make_shared<Group>();  // who comes from here on may have committed too late for this flush
        lock.unlock();
        auto failure = failure_of_flush(*line->connection);
        lock.lock();
        line->is_flushing = false;
        if (failure && line_ == line) line_.reset();
        group->failure = std::move(failure);
        group->ended = true;
        group->changed.notify_all();
        line->gathering->changed.notify_one();  // the one that flushes next
    }
    if (group->failure) throw *group->failure;
}

}  // namespace daftar
