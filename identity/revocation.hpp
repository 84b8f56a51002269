// What was ended a moment ago: an access token is read without the database and would outlive its session.
#pragma once
#include <set>
#include <shared_mutex>

#include "core/context.hpp"

namespace daftar::identity {

/// Sessions, roles and people whose tokens are refused from now on. One a process.
class Revocations {
public:
    /// At once in this process, also when the transaction is still to commit: `refresh` forgets what was rolled back.
    void add(const Uuid& ended);
    /// What the database knows of the time that a token lives, whichever server ended it. As the system role.
    void refresh(Context& context);
    bool covers(const Principal& principal) const;

private:
    mutable std::shared_mutex mutex_;
    std::set<Uuid> ended_;
};
Revocations& revocations();

}  // namespace daftar::identity
