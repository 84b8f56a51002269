#include "core/mail.hpp"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <memory>

#include "core/ensure.hpp"

namespace daftar {
namespace {

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using Mime = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;

/// Longest run of bytes whose base64 fits an encoded word of 75 characters with its "=?UTF-8?B?" and "?=".
constexpr std::size_t encoded_word_bytes = 45;

std::string base64(std::string_view bytes) {
    std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();  // the terminator
    return out;
}

/// An address as it stands between angle brackets: whatever could end it or start another header is a bug of the
/// caller.
const std::string& checked(const std::string& address) {
    const bool safe = !address.empty() && std::none_of(address.begin(), address.end(), [](unsigned char letter) {
        return letter <= ' ' || letter == '<' || letter == '>' || letter == 0x7f;
    });
    ensure(safe, "a mail address holds no space, bracket or line end");
    return address;
}

std::string named(const MailAddress& who) {
    if (who.name.empty()) return "<" + checked(who.address) + ">";
    std::string name = mail_header_text(who.name);
    if (name == who.name) {  // plain: quoted, so that a comma or a dot in it separates nothing
        name = "\"";
        for (const char letter : who.name) {
            if (letter == '"' || letter == '\\') name += '\\';
            name += letter;
        }
        name += '"';
    }
    return name + " <" + checked(who.address) + ">";
}

/// "Thu, 15 Jan 2026 10:30:00 +0000" (RFC 5322, 3.3), whatever the locale.
std::string header_date(Timestamp instant) {
    static constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = instant.microseconds / 1'000'000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[48];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d +0000",
                  days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                  months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                  parts.tm_sec);
    return text;
}

void add(List& list, const std::string& header) {
    curl_slist* longer = curl_slist_append(list.get(), header.c_str());
    ensure(longer != nullptr, "no memory for a mail header");
    list.release();
    list.reset(longer);
}

List headers_of(const MailMessage& message) {
    List list(nullptr, curl_slist_free_all);
    add(list, "Date: " + header_date(message.date));
    add(list, "From: " + named(message.from));
    add(list, "To: " + named(message.to));
    if (!message.reply_to.empty()) add(list, "Reply-To: <" + checked(message.reply_to) + ">");
    if (!message.message_id.empty()) add(list, "Message-ID: <" + checked(message.message_id) + ">");
    add(list, "Subject: " + mail_header_text(message.subject));
    add(list, "Content-Language: " + message.language);
    add(list, "Auto-Submitted: auto-generated");  // RFC 3834: no out-of-office answers to it
    return list;
}

void add_text(curl_mime* parent, const std::string& text, const char* type) {
    curl_mimepart* part = curl_mime_addpart(parent);
    curl_mime_data(part, text.data(), text.size());
    curl_mime_type(part, type);
    curl_mime_encoder(part, "quoted-printable");
}

/// mixed( alternative(text, page), attachment… )
Mime body_of(CURL* easy, const MailMessage& message) {
    Mime mixed(curl_mime_init(easy), curl_mime_free);
    curl_mime* alternative = curl_mime_init(easy);
    add_text(alternative, message.text, "text/plain; charset=utf-8");
    if (!message.html.empty()) add_text(alternative, message.html, "text/html; charset=utf-8");
    curl_mimepart* first = curl_mime_addpart(mixed.get());
    curl_mime_subparts(first, alternative);
    curl_mime_type(first, "multipart/alternative");
    for (const auto& attachment : message.attachments) {
        curl_mimepart* part = curl_mime_addpart(mixed.get());
        curl_mime_data(part, attachment.bytes.data(), attachment.bytes.size());
        curl_mime_type(part, attachment.media_type.c_str());
        curl_mime_filename(part, mail_header_text(attachment.name).c_str());
        curl_mime_encoder(part, "base64");
    }
    return mixed;
}

}  // namespace

std::string mail_header_text(const std::string& text) {
    std::string plain = text;
    std::replace_if(
        plain.begin(), plain.end(), [](unsigned char letter) { return letter < ' ' || letter == 0x7f; }, ' ');
    const bool ascii = std::all_of(plain.begin(), plain.end(), [](unsigned char letter) { return letter < 0x80; });
    if (ascii && plain.find("=?") == std::string::npos) return plain;
    std::string out;
    for (std::size_t start = 0; start < plain.size();) {
        std::size_t end = std::min(start + encoded_word_bytes, plain.size());
        while (end < plain.size() && (plain[end] & 0xC0) == 0x80) --end;             // a letter is not cut in two
        if (end <= start) end = std::min(start + encoded_word_bytes, plain.size());  // not UTF-8 at all
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
               base64(std::string_view(plain).substr(start, end - start)) + "?=";
        start = end;
    }
    return out;
}

void send_mail(const SmtpSettings& settings, const MailMessage& message) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    ensure(started == CURLE_OK, "libcurl does not start");
    const Easy easy(curl_easy_init(), curl_easy_cleanup);
    ensure(easy != nullptr, "no libcurl handle");
    const List headers = headers_of(message);
    const Mime body = body_of(easy.get(), message);
    const std::string from = "<" + checked(message.from.address) + ">";
    const List recipients(curl_slist_append(nullptr, ("<" + checked(message.to.address) + ">").c_str()),
                          curl_slist_free_all);
    char reason[CURL_ERROR_SIZE] = "";

    curl_easy_setopt(easy.get(), CURLOPT_URL, settings.address.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy.get(), CURLOPT_USE_SSL, settings.require_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY);
    if (!settings.certificate_authority.empty())
        curl_easy_setopt(easy.get(), CURLOPT_CAINFO, settings.certificate_authority.c_str());
    if (!settings.user.empty()) {
        curl_easy_setopt(easy.get(), CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(easy.get(), CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy.get(), CURLOPT_MIMEPOST, body.get());
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT, settings.time_limit_seconds);
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, reason);
    const CURLcode code = curl_easy_perform(easy.get());
    if (code == CURLE_OK) return;
    long answer = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &answer);
    // A refused sign-in is a fault of our settings, not of the address: it is tried again.
    const bool permanent = answer >= 500 && answer < 600 && code != CURLE_LOGIN_DENIED;
    throw MailFailure(
        std::string(*reason ? reason : curl_easy_strerror(code)) + (answer ? " (" + std::to_string(answer) + ")" : ""),
        permanent);
}

}  // namespace daftar
