// What we write to people, in their language: text files of core/mail_templates, one per kind of mail and language.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace daftar {

struct MailText {
    std::string subject;
    std::string text;
    std::string html;
};

using MailValues = std::map<std::string, std::string, std::less<>>;

/// Fills `{{name}}` marks. A language without that template falls back to French; a mark without a value is a bug.
/// `[[label|address]]` alone on a line becomes a button in the page and "label: address" in the text.
MailText mail_text(std::string_view kind, std::string_view language, const MailValues& values);

}  // namespace daftar
