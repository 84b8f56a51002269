#include "identity/email_address.hpp"

namespace daftar::identity {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_domain(std::string_view domain) {
    if (domain.size() > 253 || domain.find('.') == std::string_view::npos) return false;
    while (true) {
        const auto dot = domain.find('.');
        const auto label = domain.substr(0, dot);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
        for (const char c : label)
            if (!is_letter_or_digit(c) && c != '-') return false;
        if (dot == std::string_view::npos) return true;
        domain.remove_prefix(dot + 1);
    }
}

bool is_local_part(std::string_view local) {
    if (local.empty() || local.size() > 64 || local.front() == '.' || local.back() == '.' ||
        local.find("..") != std::string_view::npos)
        return false;
    for (const char c : local)
        if (!is_letter_or_digit(c) && std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) == std::string_view::npos)
            return false;
    return true;
}

}  // namespace

std::optional<std::string> account_address(std::string_view text) {
    std::string address(trimmed(text));
    for (auto& c : address)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto at = address.rfind('@');
    if (address.size() > 254 || at == std::string::npos) return {};
    if (!is_local_part(std::string_view(address).substr(0, at)) || !is_domain(std::string_view(address).substr(at + 1)))
        return {};
    return address;
}

}  // namespace daftar::identity

void daftar::Wire<daftar::identity::EmailAddress>::read(const Json& in, identity::EmailAddress& out, Reading& reading,
                                                        const Path& path) {
    const auto* text = text_in(in);
    if (auto address = text ? identity::account_address(*text) : std::nullopt)
        out.value = *std::move(address);
    else
        reading.fault(path, "must_be_email", "Une adresse électronique est attendue (nom@domaine.ma).");
}
