#include "core/event_hub.hpp"

#include <poll.h>

#include <algorithm>

namespace daftar {
namespace {
constexpr int heartbeat_polls = 30;  // of half a second: proxies and RESTinio close silent streams
constexpr std::size_t streams_max = 2'000, streams_of_organization_max = 200;
constexpr std::chrono::minutes stream_age_max{15};  // as long as an access token lives
}  // namespace

EventHub::EventHub(std::string conninfo) : conninfo_(std::move(conninfo)), thread_([this] { listen(); }) {}

EventHub::~EventHub() { stop(); }

void EventHub::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        subscribers_.clear();
    }
    if (thread_.joinable()) thread_.join();
}

bool EventHub::subscribe(Id<Organization> organization, StreamSender sender) {
    const auto name = organization.text();
    const std::lock_guard lock(mutex_);
    const auto of_organization = std::ranges::count(subscribers_, name, &Subscriber::organization);
    if (stopping_ || subscribers_.size() >= streams_max ||
        static_cast<std::size_t>(of_organization) >= streams_of_organization_max)
        return false;
    if (sender("retry: 3000\n\n")) subscribers_.push_back({name, std::move(sender), std::chrono::steady_clock::now()});
    return true;
}

void EventHub::deliver(const std::string& payload) {
    const auto parsed = parse_json(payload);
    const auto* event = std::get_if<Json>(&parsed);
    const auto* organization = event ? event->find("organization") : nullptr;
    if (!organization || !organization->if_string()) return;
    const std::lock_guard lock(mutex_);
    std::erase_if(subscribers_, [&](auto& subscriber) {
        return subscriber.organization == *organization->if_string() && !subscriber.send("data: " + payload + "\n\n");
    });
}

void EventHub::heartbeat() {
    const std::lock_guard lock(mutex_);
    const auto oldest = std::chrono::steady_clock::now() - stream_age_max;
    std::erase_if(subscribers_,
                  [&](auto& subscriber) { return subscriber.opened_at < oldest || !subscriber.send(": \n\n"); });
}

void EventHub::listen() {
    std::unique_ptr<PGconn, decltype(&PQfinish)> connection(nullptr, &PQfinish);
    for (int polls = 0;; ++polls) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return;
        }
        if (!connection || PQstatus(connection.get()) != CONNECTION_OK) {
            connection.reset(PQconnectdb(conninfo_.c_str()));
            if (PQstatus(connection.get()) == CONNECTION_OK) PQclear(PQexec(connection.get(), "listen daftar_events"));
        }
        pollfd waiting{PQsocket(connection.get()), POLLIN, 0};
        if (waiting.fd < 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
        else
            poll(&waiting, 1, 500);
        PQconsumeInput(connection.get());
        while (const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notice{PQnotifies(connection.get()), &PQfreemem})
            deliver(notice->extra);
        if (polls % heartbeat_polls == 0) heartbeat();
    }
}

}  // namespace daftar
