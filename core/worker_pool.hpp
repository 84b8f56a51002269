// A fixed number of threads and a bounded queue.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace daftar {

class WorkerPool {
public:
    WorkerPool(std::size_t threads, std::size_t queue_max) : queue_max_(queue_max) {
        for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    }
    ~WorkerPool() { stop(); }

    /// False when the queue is full or the pool is stopping: the caller answers 503.
    bool submit(std::function<void()> task) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_ || queue_.size() >= queue_max_) return false;
            queue_.push_back(std::move(task));
        }
        wake_.notify_one();
        return true;
    }
    /// Finishes what is queued, then ends the threads. May be called again.
    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        for (auto& thread : threads_)
            if (thread.joinable()) thread.join();
    }

private:
    void work() {
        while (true) {
            std::function<void()> task;
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
                if (queue_.empty()) return;
                task = std::move(queue_.front());
                queue_.pop_front();
            }
            task();
        }
    }

    std::size_t queue_max_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    std::vector<std::thread> threads_;
    bool stopping_ = false;
};

}  // namespace daftar
