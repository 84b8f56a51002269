#include "identity/notice.hpp"

#include "identity/notice.sql.hpp"

namespace daftar::identity {

void send_mail(Context& context, const MailReader& reader, std::string_view mail_template, Json values) {
    values["name"] = reader.name.empty() ? reader.email : reader.name;
    context.enqueue_job("send_mail", Json::Object{{"to", reader.email},
                                                  {"template", mail_template},
                                                  {"language", reader.language},
                                                  {"values", std::move(values)}});
}

void send_security_notice(Context& context, const Id<User>& user, std::string_view event) {
    const auto reader = context.maybe<sql::mail_reader>(user);
    if (!reader) return;
    send_mail(context, *reader, "security_notice",
              Json::Object{{"event", event},
                           {"date", french(context.today())},
                           {"address", context.request().remote_address},
                           {"link", link_to(context, "/reglages/moi")}});
}

std::string link_to(const Context& context, std::string_view path_and_query) {
    return context.services().public_address + std::string(path_and_query);
}

}  // namespace daftar::identity
