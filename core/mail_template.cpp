#include "core/mail_template.hpp"

#include <algorithm>
#include <vector>

#include "core/ensure.hpp"
#include "core/markup.hpp"
#include "embedded/mail_templates.hpp"

namespace daftar {
namespace {

const EmbeddedFile& template_file(std::string_view kind, std::string_view language) {
    for (const std::string_view wanted : {language, std::string_view("fr")}) {
        const std::string name = std::string(kind) + "." + std::string(wanted) + ".txt";
        const auto found = std::ranges::find(mail_templates, name, &EmbeddedFile::name);
        if (found != std::end(mail_templates)) return *found;
    }
    throw Bug("no mail template: " + std::string(kind));
}

std::string filled(std::string_view text, const MailValues& values) {
    std::string out;
    for (;;) {
        const auto open = text.find("{{");
        out += text.substr(0, open);
        if (open == std::string_view::npos) return out;
        const auto close = text.find("}}", open);
        ensure(close != std::string_view::npos, "a mark of a mail template is not closed");
        const auto value = values.find(text.substr(open + 2, close - open - 2));
        if (value == values.end())
            throw Bug("a mail lacks the value of " + std::string(text.substr(open, close + 2 - open)));
        out += value->second;
        text.remove_prefix(close + 2);
    }
}

struct Button {
    std::string label, address;
};

/// `[[label|address]]`, or nothing in `label`. Looked for before the marks are filled: a value never becomes a button.
Button button_of(std::string_view line) {
    const auto bar = line.find('|');
    if (!line.starts_with("[[") || !line.ends_with("]]") || bar == std::string_view::npos) return {};
    return {std::string(line.substr(2, bar - 2)), std::string(line.substr(bar + 1, line.size() - bar - 3))};
}

std::vector<std::string_view> paragraphs(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = text.find("\n\n");
        auto part = text.substr(0, end);
        while (part.ends_with('\n')) part.remove_suffix(1);
        if (!part.empty()) out.push_back(part);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
    }
    return out;
}

std::string page(const std::string& content, std::string_view language) {
    const char* direction = language == "ar" ? "rtl" : "ltr";
    return "<!doctype html><html lang=\"" + std::string(language) + "\" dir=\"" + direction +
           "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"></head>"
           "<body style=\"margin:0;background:#f3f0ea;font-family:Inter,'Noto Sans "
           "Arabic',Arial,sans-serif;color:#24211d\">"
           "<div style=\"max-width:560px;margin:0 auto;padding:24px 16px\">"
           "<div style=\"background:#fff;border-radius:8px;border-top:4px solid #0e5a4a;padding:28px 28px "
           "16px;font-size:15px;line-height:1.55\">" +
           content + "</div></div></body></html>";
}

}  // namespace

MailText mail_text(std::string_view kind, std::string_view language, const MailValues& values) {
    const EmbeddedFile& file = template_file(kind, language);
    const std::string_view written_in = file.name.substr(file.name.size() - 6, 2);
    const auto parts = paragraphs(file.text);
    ensure(parts.size() >= 2 && parts[0].starts_with("Subject: "), "a mail template starts with its subject");
    MailValues escaped = values;
    for (auto& [name, value] : escaped) value = markup_escaped(value);

    MailText out{filled(parts[0].substr(9), values), {}, {}};
    std::string content;
    for (std::size_t index = 1; index < parts.size(); ++index) {
        if (index > 1) out.text += "\n\n";
        if (const Button button = button_of(parts[index]); !button.label.empty()) {
            out.text += filled(button.label, values) + "\n" + filled(button.address, values);
            content += "<p style=\"margin:24px 0\"><a href=\"" + filled(button.address, escaped) +
                       "\" style=\"background:#0e5a4a;color:#fff;text-decoration:none;padding:11px "
                       "20px;border-radius:8px;display:inline-block\">" +
                       filled(markup_escaped(button.label), escaped) + "</a></p>";
        } else {
            out.text += filled(parts[index], values);
            std::string lines = filled(markup_escaped(parts[index]), escaped);
            for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos; at += 4)
                lines.replace(at, 1, "<br>");
            content += "<p style=\"margin:0 0 16px\">" + lines + "</p>";
        }
    }
    out.text += "\n";
    out.html = page(content, written_in);
    return out;
}

}  // namespace daftar
