// Something that a thread of its own does again and again.
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "core/log.hpp"

namespace daftar {

/// Calls `act` now and then every `pause`, until it is destroyed. What `act` throws is logged and tried again.
class Repeated {
public:
    Repeated(std::chrono::milliseconds pause, std::string_view name, std::function<void()> act)
        : thread_([this, pause, name, act = std::move(act)] {
              std::unique_lock lock(mutex_);
              while (!stopping_) {
                  lock.unlock();
                  try {
                      act();
                  } catch (const std::exception& error) {
                      log_line(LogLevel::error, name, {{"reason", error.what()}});
                  }
                  lock.lock();
                  wake_.wait_for(lock, pause, [this] { return stopping_; });
              }
          }) {}
    ~Repeated() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }
    Repeated(const Repeated&) = delete;
    Repeated& operator=(const Repeated&) = delete;

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace daftar
