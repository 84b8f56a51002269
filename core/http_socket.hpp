// RESTinio closes a connection without a word when it cannot read what comes. These two give it a word: the logger
// hears why, and the socket, closed right after in the same thread, says it first. The socket also tells who asks
// ("Expect: 100-continue") to go on with his body, ends a sender who dribbles his bytes, and a TLS handshake that
// lasts.
#pragma once
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <asio.hpp>
#include <asio/ssl.hpp>
#include <optional>
#include <string>

namespace daftar {

/// The whole answer to what RESTinio's parser refused ("… parser error HPE_INVALID_METHOD: …"); "" to other errors.
std::string answer_to_parser_error(std::string_view message);
/// To one who speaks HTTP without TLS where TLS is spoken.
std::string answer_to_plain_speech();

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

/// Reads over RESTinio's shoulder what it does not tell: who waits to be told to go on with his body (RFC
/// 9110, 10.1.1), which version is spoken, whether HTTP/1.1 names its host.
class HeadWatch {
public:
    enum class Seen { nothing, awaits_go_on, without_host, other_version };
    /// The next bytes begin a request.
    void restart() {
        head_.clear();
        is_over_ = false;
    }
    /// Says something once, with the bytes that end the head.
    Seen look(std::string_view bytes);

private:
    std::string head_;
    bool is_over_ = false;
};
std::string answer_to_head(HeadWatch::Seen seen);

/// Sends without TLS and without waiting, then as `read_away`.
void say_plainly(int socket, const std::string& text);
/// Ends what we send and reads what has come: closing with unread bytes would reset the connection before our answer
/// arrives.
void read_away(int socket);

/// How long a TLS handshake may take. Tests are less patient.
inline std::chrono::milliseconds handshake_patience{10'000};

/// `Stream` is asio's socket or RESTinio's TLS socket. RESTinio reads the next request of a connection only when the
/// last one is answered (one pipelined request), so what is said here never falls into another answer.
template <class Stream> class AnsweringSocket : public Stream {
public:
    using Stream::Stream;

    template <class Buffers, class Handler> auto async_read_some(const Buffers& buffers, Handler handler) {
        const auto executor = asio::get_associated_executor(handler);
        const auto* data = static_cast<const char*>(asio::buffer_sequence_begin(buffers)->data());
        return Stream::async_read_some(
            buffers, asio::bind_executor(executor, [this, data, handler = std::move(handler)](
                                                       asio::error_code error, std::size_t bytes) mutable {
                if (!error && !pace_.keeps_up(bytes, Pace::Clock::now())) error = asio::error::timed_out;
                if (!error) error = look(head_.look({data, bytes}));
                handler(error, bytes);
            }));
    }
    template <class Buffers, class Handler> auto async_write_some(const Buffers& buffers, Handler&& handler) {
        pace_.restart();
        head_.restart();
        return Stream::async_write_some(buffers, std::forward<Handler>(handler));
    }
    /// Only of TLS sockets. All of it runs on one strand, so that the time limit closes nothing under way.
    template <class Handler> void async_handshake(asio::ssl::stream_base::handshake_type role, Handler handler) {
        const auto strand = asio::make_strand(this->lowest_layer().get_executor());
        const auto is_done = std::make_shared<bool>(false);
        const auto limit = std::make_shared<asio::steady_timer>(strand, handshake_patience);
        limit->async_wait([this, is_done, limit](asio::error_code cancelled) {
            asio::error_code ignored;
            if (!cancelled && !*is_done) this->lowest_layer().close(ignored);
        });
        Stream::async_handshake(role, asio::bind_executor(strand, [this, is_done, limit, handler = std::move(handler)](
                                                                      const asio::error_code& error) mutable {
                                    *is_done = true;
                                    limit->cancel();
                                    if (error.category() == asio::error::get_ssl_category() &&
                                        ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_HTTP_REQUEST)
                                        say_plainly(this->lowest_layer().native_handle(), answer_to_plain_speech());
                                    handler(error);
                                }));
    }
    /// Called by RESTinio when it closes, after it has told its logger.
    void shutdown(asio::socket_base::shutdown_type what, asio::error_code& error) {
        asio::error_code ignored;
        auto answer = std::exchange(ParserErrors::last_answer(), {});
        if (answer.empty()) answer = std::move(refusal_);
        if (!answer.empty()) say(answer);
        if constexpr (is_tls) {  // "that was all": without it the other side must think of an attacker who cuts off
            this->lowest_layer().non_blocking(true, ignored);
            if (SSL_is_init_finished(this->asio_ssl_stream().native_handle()))
                this->asio_ssl_stream().shutdown(ignored);
        }
        if (!answer.empty()) read_away(this->lowest_layer().native_handle());
        this->lowest_layer().shutdown(what, error);
    }

private:
    static constexpr bool is_tls = requires(Stream & stream) { stream.asio_ssl_stream(); };

    asio::error_code look(HeadWatch::Seen seen) {
        using Seen = HeadWatch::Seen;
        // Not to one who does not read what he was told before: half of it could be sent.
        int unsent = 0;
        if (seen == Seen::awaits_go_on && ::ioctl(this->lowest_layer().native_handle(), TIOCOUTQ, &unsent) == 0 &&
            unsent == 0)
            say("HTTP/1.1 100 Continue\r\n\r\n");
        if (seen != Seen::without_host && seen != Seen::other_version) return {};
        refusal_ = answer_to_head(seen);  // said when RESTinio closes for this error
        return asio::error::invalid_argument;
    }
    /// Never waits.
    void say(const std::string& text) {
        asio::error_code ignored;
        this->lowest_layer().non_blocking(true, ignored);
        if constexpr (is_tls)
            asio::write(this->asio_ssl_stream(), asio::buffer(text), ignored);
        else
            asio::write(static_cast<asio::ip::tcp::socket&>(*this), asio::buffer(text), ignored);
    }

    Pace pace_;
    HeadWatch head_;
    std::string refusal_;
};

}  // namespace daftar
