// A connection of the tests: bytes there and back, over TLS or not, and a certificate to speak it with.
#pragma once
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <string>

namespace daftar {

class TestLine {
public:
    TestLine(std::uint16_t port, bool is_tls) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{2, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0 || !is_tls) return;
        context_.reset(SSL_CTX_new(TLS_client_method()));
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), socket_);
        SSL_connect(tls_.get());
    }
    ~TestLine() {
        tls_.reset();
        close(socket_);
    }
    TestLine(const TestLine&) = delete;
    TestLine& operator=(const TestLine&) = delete;

    void send(const std::string& bytes) {
        if (tls_)
            SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
        else
            ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    /// What comes next; "" once nothing more does.
    std::string some() {
        char piece[16 * 1024];
        const auto size = tls_ ? SSL_read(tls_.get(), piece, sizeof piece)
                               : static_cast<int>(::recv(socket_, piece, sizeof piece, 0));
        is_closed_ = tls_ ? size <= 0 && SSL_get_error(tls_.get(), size) == SSL_ERROR_ZERO_RETURN : size == 0;
        return std::string(piece, size > 0 ? static_cast<std::size_t>(size) : 0);
    }
    /// All until the other side closes, or says nothing for two seconds.
    std::string rest() {
        std::string all;
        for (auto piece = some(); !piece.empty(); piece = some()) all += piece;
        return all;
    }
    /// Whether the other side has said that this was all.
    bool is_closed() const { return is_closed_; }
    std::string certificate_name() const {
        const std::unique_ptr<X509, decltype(&X509_free)> shown(SSL_get1_peer_certificate(tls_.get()), &X509_free);
        char name[64] = "";
        X509_NAME_get_text_by_NID(X509_get_subject_name(shown.get()), NID_commonName, name, sizeof name);
        return name;
    }

private:
    int socket_;
    bool is_closed_ = false;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_{nullptr, &SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_{nullptr, &SSL_free};
};

/// A certificate that signs itself, for a day, and its key.
inline void write_certificate(const char* name, const std::string& certificate_file, const std::string& key_file) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24 * 3600);
    X509_set_pubkey(certificate.get(), key.get());
    auto* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const auto write = [](const std::string& file, auto act) {
        const std::unique_ptr<std::FILE, decltype(&std::fclose)> out(std::fopen(file.c_str(), "w"), &std::fclose);
        act(out.get());
    };
    write(certificate_file, [&](std::FILE* out) { PEM_write_X509(out, certificate.get()); });
    write(key_file,
          [&](std::FILE* out) { PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

}  // namespace daftar
