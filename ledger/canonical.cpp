#include "ledger/canonical.hpp"

namespace daftar::ledger {
namespace {

class Netstrings {
public:
    void add(std::string_view text) {
        out_ += std::to_string(text.size());
        out_ += ':';
        out_ += text;
        out_ += ',';
    }
    template <class T> void add_optional(const std::optional<T>& value) {
        if (!value) return add("");
        if constexpr (Described<T>)
            add(to_json_text(*value));
        else if constexpr (std::is_same_v<T, Currency>)
            add(value->code());
        else
            add(value->text());
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

}  // namespace

std::string canonical_text(const CanonicalEntry& entry) {
    Netstrings out;
    out.add("daftar-entry-1");
    out.add(entry.organization.text());
    out.add(entry.id.text());
    out.add(entry.journal_code);
    out.add(entry.date.text());
    out.add(name_of(entry.kind));
    out.add(entry.currency);
    out.add(entry.description);
    out.add(entry.voucher_reference);
    out.add_optional(entry.document);
    out.add_optional(entry.reversal_of);
    out.add(std::to_string(entry.lines.size()));
    for (const auto& line : entry.lines) {
        out.add(line.account_code);
        out.add(line.auxiliary_code);
        out.add(std::to_string(line.amount));
        out.add(line.description);
        out.add_optional(line.due_date);
        out.add_optional(line.currency);
        out.add_optional(line.currency_amount);
        out.add_optional(line.currency_rate);
        out.add_optional(line.axes);
        out.add_optional(line.box);
    }
    return out.take();
}

std::string with_number(std::string canonical, std::int64_t number) {
    const auto text = std::to_string(number);
    return std::move(canonical) + std::to_string(text.size()) + ":" + text + ",";
}

std::optional<std::vector<std::string>> read_netstrings(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
        const auto digits = static_cast<std::size_t>(end - text.data());
        if (error != std::errc() || digits == text.size() || *end != ':' || text.size() - digits - 1 <= length ||
            text[digits + 1 + length] != ',')
            return {};
        found.emplace_back(text.substr(digits + 1, length));
        text.remove_prefix(digits + length + 2);
    }
    return found;
}

}  // namespace daftar::ledger
