// Mails: written from a template, sent when an SMTP server is set, always readable in the outbox.
#pragma once
#include "core/app.hpp"
#include "core/mail.hpp"

namespace daftar::server {

/// The mail server and sender of this installation; without a server mails are only kept. To be set before the first
/// job.
struct MailSetup {
    std::optional<SmtpSettings> smtp;
    MailAddress from{"daftar@localhost", "Daftar"};
};
void set_mail(MailSetup setup);
/// From DAFTAR_SMTP (smtp://…), DAFTAR_SMTP_USER, DAFTAR_SMTP_PASSWORD, DAFTAR_MAIL_FROM.
MailSetup mail_setup_from_environment();

extern const JobHandler send_mail_job;
extern const std::span<const Route> outbox_routes;

}  // namespace daftar::server
