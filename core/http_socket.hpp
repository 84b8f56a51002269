// RESTinio closes a connection without a word when it cannot read what comes. These two give it a word: the logger
// hears why, and the socket, closed right after in the same thread, says it first. The socket also ends a sender who
// dribbles his bytes. Only without TLS: there the bytes would have to pass through OpenSSL, and the connection is
// closed as it is.
#pragma once
#include <asio.hpp>
#include <optional>
#include <string>

namespace daftar {

/// The whole answer to what RESTinio's parser refused ("… parser error HPE_INVALID_METHOD: …"); "" to other errors.
std::string answer_to_parser_error(std::string_view message);

/// What RESTinio wants as a logger: keeps the answer for the socket of this thread.
class ParserErrors {
public:
    template <class Message> void trace(Message&&) const noexcept {}
    template <class Message> void info(Message&&) const noexcept {}
    template <class Message> void warn(Message&&) const noexcept {}
    template <class Message> void error(Message&& message) const { last_answer() = answer_to_parser_error(message()); }
    static std::string& last_answer() {
        thread_local std::string answer;
        return answer;
    }
};

/// How fast a request comes. A person's line is slow, but not this slow; an attacker holds a connection with a byte now
/// and then.
class Pace {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds patience{15};
    static constexpr std::int64_t bytes_per_second_min = 1'000;

    /// Between requests nobody is hurried.
    void restart() { first_byte_at_.reset(); }
    /// False when, after the first seconds, what has come is less than the slowest line would bring.
    bool keeps_up(std::size_t bytes, Clock::time_point now) {
        if (!first_byte_at_) {
            first_byte_at_ = now;
            bytes_ = 0;
        }
        bytes_ += static_cast<std::int64_t>(bytes);
        const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - *first_byte_at_);
        return passed <= patience || bytes_ >= passed.count() * bytes_per_second_min;
    }

private:
    std::optional<Clock::time_point> first_byte_at_;
    std::int64_t bytes_ = 0;
};

class AnsweringSocket : public asio::ip::tcp::socket {
public:
    using asio::ip::tcp::socket::socket;

    template <class Buffers, class Handler> auto async_read_some(const Buffers& buffers, Handler handler) {
        const auto executor = asio::get_associated_executor(handler);
        return asio::ip::tcp::socket::async_read_some(
            buffers, asio::bind_executor(executor, [this, handler = std::move(handler)](asio::error_code error,
                                                                                        std::size_t bytes) mutable {
                if (!error && !pace_.keeps_up(bytes, Pace::Clock::now())) error = asio::error::timed_out;
                handler(error, bytes);
            }));
    }
    template <class Buffers, class Handler> auto async_write_some(const Buffers& buffers, Handler&& handler) {
        pace_.restart();
        return asio::ip::tcp::socket::async_write_some(buffers, std::forward<Handler>(handler));
    }
    /// Called by RESTinio when it closes, after it has told its logger.
    void shutdown(shutdown_type what, asio::error_code& error) {
        if (auto answer = std::exchange(ParserErrors::last_answer(), {}); !answer.empty()) say(answer);
        asio::ip::tcp::socket::shutdown(what, error);
    }

private:
    /// Never waits. What the other side has sent is read away: closing with unread bytes would reset the connection
    /// before our answer arrives.
    void say(const std::string& answer);
    Pace pace_;
};

}  // namespace daftar
