// Server-sent events: what changed in an organization reaches its open pages.
#pragma once
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

#include "core/app.hpp"
#include "core/http_server.hpp"

namespace daftar {

/// Listens to the database, so that every node of the server sees the events of all.
class EventHub {
public:
    explicit EventHub(std::string conninfo);
    ~EventHub();
    /// False when too many streams are open, here or for that organization. A stream is dropped after a quarter of an
    /// hour: the page opens another with the access token it has by then, or has no right to any more.
    bool subscribe(Id<Organization> organization, StreamSender sender);
    void stop();

private:
    void listen();
    void deliver(const std::string& payload);
    void heartbeat();

    struct Subscriber {
        std::string organization;
        StreamSender send;
        std::chrono::steady_clock::time_point opened_at;
    };
    std::string conninfo_;
    std::mutex mutex_;
    std::vector<Subscriber> subscribers_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace daftar
