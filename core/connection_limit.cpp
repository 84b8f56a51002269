#include "core/connection_limit.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace daftar {

bool ConnectionLimit::is_spared(const std::string& address) const {
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.") ||
           std::ranges::count(spared_, address) > 0;
}

bool ConnectionLimit::open(const std::string& address) {
    const std::lock_guard lock(mutex_);
    auto& of_address = open_[address];
    if (count_ >= most_.in_all || (of_address >= most_.per_address && !is_spared(address))) {
        if (of_address == 0) open_.erase(address);
        return false;
    }
    ++of_address;
    ++count_;
    return true;
}

void ConnectionLimit::close(const std::string& address) {
    const std::lock_guard lock(mutex_);
    const auto found = open_.find(address);
    if (found == open_.end()) return;
    --count_;
    if (--found->second == 0) open_.erase(found);
}

std::size_t ConnectionLimit::count() const {
    const std::lock_guard lock(mutex_);
    return count_;
}

std::size_t raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1'024;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

}  // namespace daftar
