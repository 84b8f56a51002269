#include "core/mail.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <regex>
#include <set>
#include <thread>

#include "core/ensure.hpp"
#include "core/mail_template.hpp"
#include "embedded/mail_templates.hpp"

namespace daftar {
namespace {

using testing::HasSubstr;

/// One SMTP conversation on a loopback port: takes a message, or refuses its recipient with `answer_to_recipient`.
class OneMessageServer {
public:
    explicit OneMessageServer(std::string answer_to_recipient = "250 OK")
        : recipient_answer_(std::move(answer_to_recipient)) {
        listener_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        listen(listener_, 1);
        socklen_t length = sizeof address;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { converse(); });
    }
    ~OneMessageServer() { finish(); }
    std::string address() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    const std::string& received() {
        finish();
        return received_;
    }

private:
    void finish() {
        if (thread_.joinable()) thread_.join();
    }
    void converse() {
        const int client = accept(listener_, nullptr, nullptr);
        close(listener_);
        const auto say = [&](const std::string& line) {
            send(client, (line + "\r\n").c_str(), line.size() + 2, MSG_NOSIGNAL);
        };
        say("220 essai");
        std::string buffer;
        bool in_message = false;
        char chunk[4096];
        for (ssize_t count; (count = read(client, chunk, sizeof chunk)) > 0;) {
            buffer.append(chunk, static_cast<std::size_t>(count));
            for (std::size_t end; (end = buffer.find("\r\n")) != std::string::npos;) {
                const std::string line = buffer.substr(0, end);
                buffer.erase(0, end + 2);
                received_ += line + "\n";
                if (in_message) {
                    in_message = line != ".";
                    if (!in_message) say("250 pris");
                } else if (line.starts_with("DATA")) {
                    in_message = true;
                    say("354 allez");
                } else {
                    say(line.starts_with("RCPT") ? recipient_answer_ : "250 OK");
                }
            }
        }
        close(client);
    }

    int listener_, port_;
    std::string recipient_answer_, received_;
    std::thread thread_;
};

MailMessage message() {
    return {.from = {"syndic@exemple.ma", "Cabinet Atlas"},
            .to = {"owner@exemple.ma", "Aïcha Benali"},
            .subject = "Appel de fonds du 1er trimestre : résidence Les Orangers",
            .text = "Bonjour Aïcha,\n.\nMontant : 1 200,00 DH",
            .html = "<p>Bonjour</p>",
            .message_id = "1@exemple.ma",
            .date = *Timestamp::parse("2026-01-15T10:30:00Z"),
            .attachments = {{"appel.pdf", "application/pdf", "%PDF-1.7"}}};
}

TEST(Mail, ReachesTheServerWhole) {
    OneMessageServer server;
    send_mail({.address = server.address()}, message());
    const auto& received = server.received();
    EXPECT_THAT(received, HasSubstr("MAIL FROM:<syndic@exemple.ma>"));
    EXPECT_THAT(received, HasSubstr("RCPT TO:<owner@exemple.ma>"));
    EXPECT_THAT(received, HasSubstr("From: \"Cabinet Atlas\" <syndic@exemple.ma>"));
    EXPECT_THAT(received, HasSubstr("To: =?UTF-8?B?QcOvY2hhIEJlbmFsaQ==?= <owner@exemple.ma>"));
    EXPECT_THAT(received, HasSubstr("Date: Thu, 15 Jan 2026 10:30:00 +0000"));
    EXPECT_THAT(received, HasSubstr("multipart/alternative"));
    EXPECT_THAT(received, HasSubstr("Montant : 1 200,00 DH")) << "a lone dot does not end the message";
    EXPECT_THAT(received, HasSubstr("JVBERi0xLjc=")) << "the attachment";
}

TEST(Mail, ForGoodOrForNow) {
    OneMessageServer unknown("550 no such user");
    try {
        send_mail({.address = unknown.address()}, message());
        FAIL();
    } catch (const MailFailure& failure) {
        EXPECT_TRUE(failure.permanent) << failure.what();
    }
    OneMessageServer busy("451 try later");
    try {
        send_mail({.address = busy.address()}, message());
        FAIL();
    } catch (const MailFailure& failure) {
        EXPECT_FALSE(failure.permanent) << failure.what();
    }
    EXPECT_THROW(send_mail({.address = "smtp://127.0.0.1:1"}, message()), MailFailure) << "nobody listens";
}

TEST(Mail, TlsCanBeRequired) {
    OneMessageServer clear_only;
    EXPECT_THROW(send_mail({.address = clear_only.address(), .require_tls = true}, message()), MailFailure);
}

TEST(Mail, HeadersCannotBeInjected) {
    EXPECT_EQ(mail_header_text("Appel\r\nBcc: x@y"), "Appel  Bcc: x@y");
    auto forged = message();
    forged.to.address = "a@b>\r\nBcc: <x@y";
    EXPECT_THROW(send_mail({.address = "smtp://127.0.0.1:1"}, forged), Bug);
}

TEST(Mail, LongHeadersAreCutBetweenLetters) {
    const auto header = mail_header_text(std::string(40, 'a') + "éééééééééééééééééééé");
    for (std::size_t start = 0; start < header.size();) {
        const auto end = std::min(header.find("\r\n", start), header.size());
        EXPECT_LE(end - start, 76u);
        start = end + 2;
    }
    EXPECT_EQ(header.substr(0, 10), "=?UTF-8?B?");
}

TEST(MailTemplates, FillTextAndPage) {
    const MailValues values{
        {"name", "Aïcha <b>"}, {"product", "Daftar"}, {"minutes", "30"}, {"link", "https://exemple.ma/r?a=1&b=2"}};
    const auto mail = mail_text("password_reset", "fr", values);
    EXPECT_EQ(mail.subject, "Choisir un nouveau mot de passe");
    EXPECT_THAT(mail.text, HasSubstr("Bonjour Aïcha <b>,\n\nVous avez"));
    EXPECT_THAT(mail.text, HasSubstr("Choisir un mot de passe\nhttps://exemple.ma/r?a=1&b=2\n"));
    EXPECT_THAT(mail.html, HasSubstr("Bonjour Aïcha &lt;b&gt;,"));
    EXPECT_THAT(mail.html, HasSubstr("href=\"https://exemple.ma/r?a=1&amp;b=2\""));
    EXPECT_THAT(mail_text("password_reset", "ar", values).html, HasSubstr("dir=\"rtl\""));
    EXPECT_EQ(mail_text("password_reset", "nl", values).subject, mail.subject) << "French when the language is missing";
    EXPECT_THROW(mail_text("password_reset", "fr", {}), Bug);
    EXPECT_THROW(mail_text("no_such_mail", "fr", values), Bug);
}

TEST(MailTemplates, EveryMailIsInThreeLanguagesWithTheSameMarks) {
    const auto marks = [](std::string_view text) {
        const std::string copy(text);
        const std::regex mark("\\{\\{([a-z_]+)\\}\\}");
        std::set<std::string> found;
        for (std::sregex_iterator at(copy.begin(), copy.end(), mark), end; at != end; ++at) found.insert((*at)[1]);
        return found;
    };
    std::map<std::string, std::map<std::string, std::set<std::string>>> kinds;
    for (const auto& file : mail_templates) {
        const std::string name(file.name);
        kinds[name.substr(0, name.find('.'))][name.substr(name.find('.') + 1, 2)] = marks(file.text);
    }
    for (const auto& [kind, languages] : kinds) {
        ASSERT_EQ(languages.size(), 3u) << kind;
        EXPECT_EQ(languages.at("fr"), languages.at("ar")) << kind;
        EXPECT_EQ(languages.at("fr"), languages.at("en")) << kind;
    }
}

}  // namespace
}  // namespace daftar
