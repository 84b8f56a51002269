// Mails about someone's account.
#pragma once
#include "core/context.hpp"

namespace daftar::identity {

struct MailReader {
    std::string email, name, language;
};
BOOST_DESCRIBE_STRUCT(MailReader, (), (email, name, language))

/// Queues a mail of core/mail_templates.
void send_mail(Context& context, const MailReader& reader, std::string_view mail_template, Json values);

/// "This happened to your account": `event` is a French sentence without its end.
void send_security_notice(Context& context, const Id<User>& user, std::string_view event);

/// An address of the program for a link: "https://copro.example/mot-de-passe?jeton=…".
std::string link_to(const Context& context, std::string_view path_and_query);

}  // namespace daftar::identity
