#include "identity/revocation.hpp"

#include <mutex>

#include "identity/revocation.sql.hpp"

namespace daftar::identity {

void Revocations::add(const Uuid& ended) {
    const std::unique_lock lock(mutex_);
    ended_.insert(ended);
}

void Revocations::refresh(Context& context) {
    const auto found = context.rows<sql::ended_lately>(context.now());
    std::set<Uuid> ended(found.begin(), found.end());
    const std::unique_lock lock(mutex_);
    ended_ = std::move(ended);
}

bool Revocations::covers(const Principal& principal) const {
    const std::shared_lock lock(mutex_);
    return ended_.contains(principal.session.value) || ended_.contains(principal.role.value) ||
           ended_.contains(principal.user.value);
}

Revocations& revocations() {
    static Revocations all;
    return all;
}

}  // namespace daftar::identity
