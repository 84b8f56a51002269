// How RESTinio is given our socket over TLS: it knows its own only. Part of core/http_server.cpp, which includes
// RESTinio before it and alone.
#pragma once
#include "core/http_socket.hpp"

namespace daftar {

using TlsSocket = AnsweringSocket<restinio::impl::tls_socket_t>;

/// RESTinio's own would call the handshake of its own socket.
template <class Connection, class Start, class Failed>
void prepare_connection_and_start_read(TlsSocket& socket, Connection& connection, Start start, Failed failed) {
    socket.async_handshake(asio::ssl::stream_base::server,
                           [start = std::move(start), failed = std::move(failed),
                            kept = connection.shared_from_this()](const asio::error_code& error) mutable {
                               if (error)
                                   failed(error);
                               else
                                   start();
                           });
}

}  // namespace daftar

template <class Settings> class restinio::socket_type_dependent_settings_t<Settings, daftar::TlsSocket>
    : public restinio::socket_type_dependent_settings_t<Settings, restinio::impl::tls_socket_t> {
public:
    socket_type_dependent_settings_t() = default;
    socket_type_dependent_settings_t(socket_type_dependent_settings_t&&) = default;

protected:
    ~socket_type_dependent_settings_t() = default;
};

/// The sockets that wait for a connection, each made with the TLS context.
template <> class restinio::impl::socket_supplier_t<daftar::TlsSocket> {
protected:
    template <class Settings> socket_supplier_t(Settings& settings, asio::io_context& io_context)
        : context_(settings.giveaway_tls_context()), io_context_(io_context) {
        while (sockets_.size() < settings.concurrent_accepts_count()) sockets_.emplace_back(io_context_, context_);
    }
    virtual ~socket_supplier_t() = default;
    daftar::TlsSocket& socket(std::size_t index) { return sockets_.at(index); }
    auto move_socket(std::size_t index) {
        return std::exchange(sockets_.at(index), daftar::TlsSocket(io_context_, context_));
    }
    auto concurrent_accept_sockets_count() const { return sockets_.size(); }

private:
    std::shared_ptr<asio::ssl::context> context_;
    asio::io_context& io_context_;
    std::vector<daftar::TlsSocket> sockets_;
};
