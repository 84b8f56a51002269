#include "core/tls_certificate.hpp"

#include "core/log.hpp"

namespace daftar {

TlsCertificate::TlsCertificate(std::string certificate_file, std::string key_file)
    : certificate_file_(std::move(certificate_file)),
      key_file_(std::move(key_file)),
      context_(read()),
      current_(context_),
      seen_(stamp()) {
    SSL_CTX_set_client_hello_cb(context_->native_handle(), choose, this);
}

std::shared_ptr<asio::ssl::context> TlsCertificate::read() const {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                         asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    context->use_certificate_chain_file(certificate_file_);
    context->use_private_key_file(key_file_, asio::ssl::context::pem);  // refuses a key of another certificate
    return context;
}

TlsCertificate::Stamp TlsCertificate::stamp() const {
    Stamp out{};
    auto* part = out.data();
    for (const auto& file : {certificate_file_, key_file_}) {
        struct stat status {};
        if (::stat(file.c_str(), &status) == 0) {
            part[0] = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
            part[1] = status.st_size;
            part[2] = static_cast<std::int64_t>(status.st_ino);
        }
        part += 3;
    }
    return out;
}

bool TlsCertificate::renew() {
    const std::lock_guard lock(mutex_);
    return take(stamp());
}

bool TlsCertificate::take(Stamp seen) {
    seen_ = seen;  // also of a pair that cannot be used: it is tried, and complained of, once
    try {
        current_ = read();
        log_line(LogLevel::info, "certificate read", {{"file", certificate_file_}});
        return true;
    } catch (const std::exception& error) {
        log_line(LogLevel::error, "certificate cannot be used, the earlier one stays",
                 {{"file", certificate_file_}, {"reason", error.what()}});
        return false;
    }
}

int TlsCertificate::choose(SSL* connection, int*, void* certificate) {
    auto& self = *static_cast<TlsCertificate*>(certificate);
    const std::lock_guard lock(self.mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - self.looked_at_ >= std::chrono::seconds(1)) {
        self.looked_at_ = now;
        if (const auto seen = self.stamp(); seen != self.seen_) self.take(seen);
    }
    SSL_set_SSL_CTX(connection, self.current_->native_handle());  // keeps it as long as the connection
    return SSL_CLIENT_HELLO_SUCCESS;
}

}  // namespace daftar
