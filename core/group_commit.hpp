// Durability in groups: requests commit without waiting for the disk, and one flush of the log serves all of them
// before any is answered. While a book's head is locked nobody waits for the disk (docs/decisions/0006).
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "core/database.hpp"

namespace daftar {

class GroupCommit {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;
    /// `open` makes the connection over which the log is flushed; it is called again after one was lost.
    explicit GroupCommit(Open open) : open_(std::move(open)) {}

    struct Line;
    /// To be taken before a transaction begins. A database that restarts in between loses this line too, so that a
    /// commit it forgot is never taken for one that it kept.
    std::shared_ptr<Line> line();
    /// Returns once everything committed since `line` was taken is on disk. Throws DatabaseError when nobody can tell.
    void wait(const std::shared_ptr<Line>& line);

private:
    Open open_;
    std::mutex mutex_;
    std::shared_ptr<Line> line_;
};

}  // namespace daftar
