#include "server/outbox.hpp"

#include "core/mail_template.hpp"
#include "server/outbox.sql.hpp"

namespace daftar::server {

struct MailView {
    Uuid id;
    std::string to, subject, text, status, note;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(MailView, (), (id, to, subject, text, status, note, created_at))

namespace {

MailSetup& setup() {
    static MailSetup current;
    return current;
}

std::string text_at(const Json& payload, std::string_view name) {
    const auto* value = payload.find(name);
    ensure(value && value->if_string(), "a mail job lacks a field");
    return *value->if_string();
}

/// At least once: the identifier of the message is that of the row, so that a repeated sending can be recognised.
void send_mail_now(Context& context, const Json& payload) {
    MailValues values;
    if (const auto* given = payload.find("values"))
        for (const auto& [name, value] : *given->if_object())
            values[name] = value.if_string() ? *value.if_string() : to_text(value);
    const auto text = mail_text(text_at(payload, "template"), text_at(payload, "language"), values);
    const auto id = context.new_id<MailView>();
    const auto recipient = text_at(payload, "to");
    std::string status = "kept", note;
    if (setup().smtp) {
        MailMessage message;
        message.from = setup().from;
        message.to = {recipient, ""};
        message.subject = text.subject;
        message.text = text.text;
        message.html = text.html;
        message.language = text_at(payload, "language");
        message.message_id = "<" + id.text() + "@daftar>";
        message.date = context.now();
        try {
            send_mail(*setup().smtp, message);
            status = "sent";
        } catch (const MailFailure& failure) {
            if (!failure.permanent) throw;
            status = "bounced";
            note = failure.what();
        }
    }
    context.later<sql::insert_mail>(context.organization(), id, recipient, text.subject, text.text, text.html, status,
                                    note);
}

Page<MailView> list_mails(Context& context) { return {context.rows<sql::list_mails>(context.organization()), {}}; }

}  // namespace

void set_mail(MailSetup given) { setup() = std::move(given); }

MailSetup mail_setup_from_environment() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value ? value : "");
    };
    MailSetup result;
    if (const auto address = variable("DAFTAR_SMTP"); !address.empty()) {
        result.smtp.emplace();
        result.smtp->address = address;
        result.smtp->user = variable("DAFTAR_SMTP_USER");
        result.smtp->password = variable("DAFTAR_SMTP_PASSWORD");
    }
    if (const auto from = variable("DAFTAR_MAIL_FROM"); !from.empty()) result.from.address = from;
    return result;
}

const JobHandler send_mail_job{"send_mail", send_mail_now};

constexpr Route routes[] = {
    {"GET", "/api/v1/outbox", "manage_users", operation<list_mails>},
};
const std::span<const Route> outbox_routes = routes;

}  // namespace daftar::server
