// How many connections are open, in all and per network address: who opens many and says nothing shuts nobody out.
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace daftar {

class ConnectionLimit {
public:
    struct Most {
        std::size_t in_all = 8'000, per_address = 1'000;  // an office behind one address
    };
    /// `spared` addresses (proxies that speak for many) and this machine have only the limit for all.
    ConnectionLimit(Most most, std::vector<std::string> spared) : most_(most), spared_(std::move(spared)) {}

    /// Counts one more; false when it is one too many.
    bool open(const std::string& address);
    void close(const std::string& address);
    std::size_t count() const;

private:
    bool is_spared(const std::string& address) const;

    Most most_;
    std::vector<std::string> spared_;
    mutable std::mutex mutex_;
    std::map<std::string, std::size_t> open_;
    std::size_t count_ = 0;
};

/// Lets this process open as many files as the system allows it; how many that is.
std::size_t raise_file_limit();

}  // namespace daftar
