// Mail: a message of text, page and attachments, handed to an SMTP server.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include "core/date.hpp"

namespace daftar {

struct MailAddress {
    std::string address = {};
    std::string name = {};  ///< may be empty
};

struct MailAttachment {
    std::string name = {};
    std::string media_type = {};
    std::string bytes = {};
};

struct MailMessage {
    MailAddress from = {}, to = {};
    std::string reply_to = {};  ///< may be empty
    std::string subject = {};
    std::string text = {};  ///< UTF-8, always there
    std::string html = {};  ///< may be empty
    std::string language = "fr";
    std::string message_id = {};  ///< "<uuid@domain>": the same message sent twice keeps it
    Timestamp date = {};
    std::vector<MailAttachment> attachments = {};
};

struct SmtpSettings {
    std::string address = {};  ///< "smtp://mail.example:587" (TLS when offered) or "smtps://mail.example:465"
    std::string user = {}, password = {};  ///< no sign-in when empty
    bool require_tls = false;              ///< refuse to speak in the clear
    std::string certificate_authority =
        {};  ///< PEM file that vouches for the server; the system's authorities when empty
    long time_limit_seconds = 30;
};

/// The server did not take the message.
struct MailFailure : std::runtime_error {
    bool permanent;  ///< the server said no for good (5xx): trying again is useless, the address is noted as bouncing
    MailFailure(const std::string& what, bool for_good) : std::runtime_error(what), permanent(for_good) {}
};

/// Returns once the server has taken responsibility for the message. Throws MailFailure.
void send_mail(const SmtpSettings& settings, const MailMessage& message);

/// A text for a header: RFC 2047 words when it is not plain ASCII; never a line end from outside.
std::string mail_header_text(const std::string& text);

}  // namespace daftar
