// Server-sent events: what changed in an organization reaches its open pages.
#pragma once
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
    void subscribe(Id<Organization> organization, StreamSender sender);
    void stop();

private:
    void listen();
    void deliver(const std::string& payload);
    void heartbeat();

    struct Subscriber {
        std::string organization;
        StreamSender send;
    };
    std::string conninfo_;
    std::mutex mutex_;
    std::vector<Subscriber> subscribers_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace daftar
