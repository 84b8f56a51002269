#include "bench/documents/scores.hpp"

#include <algorithm>
#include <cstdio>

#include "core/text_of_enum.hpp"
#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

/// Names agree when their letters and digits do, or one holds the other ("Coolblue B.V." and "Coolblue"). A paper may
/// print two names of one party: "SRM-CS|Société Régionale Multiservices".
bool same_name(const std::string& left, const std::string& right) {
    if (const auto bar = right.find('|'); bar != std::string::npos)
        return same_name(left, right.substr(0, bar)) || same_name(left, right.substr(bar + 1));
    const auto core = [](const std::string& text) {
        std::string out;
        for (const char c : fold(text))
            if (std::isalnum(static_cast<unsigned char>(c))) out += c;
        return out;
    };
    const auto a = core(left), b = core(right);
    return a == b ||
           (a.size() > 3 && b.size() > 3 && (a.find(b) != std::string::npos || b.find(a) != std::string::npos));
}

/// Numbers and names are printed with and without spaces: "10 192 847" and "10192847" are one number.
std::string without_spaces(const std::string& text) {
    auto out = fold(text);
    std::erase(out, ' ');
    return out;
}

std::string shown(const std::optional<TextReading>& reading) { return reading ? reading->value : "—"; }
std::string shown(const std::optional<AmountReading>& reading) { return reading ? reading->value.text() : "—"; }
std::string shown(const std::optional<DateReading>& reading) { return reading ? reading->value.text() : "—"; }

double percentile(const std::vector<PageCost>& costs, double PageCost::*part, double share) {
    std::vector<double> values;
    for (const auto& cost : costs) values.push_back(cost.*part);
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

}  // namespace

std::vector<std::string> Scores::add(const std::string& paper_class, const Truth& truth, const InvoiceReading& reading,
                                     const PageCost& cost) {
    std::vector<std::string> wrong;
    costs_[paper_class].push_back(cost);
    const auto judge = [&](const std::string& field, bool right, int confidence, const std::string& read,
                           const std::string& meant) {
        auto& score = fields_[paper_class][field];
        ++score.asked;
        score.right += right;
        const int band = confidence >= 990 ? 990 : confidence >= 950 ? 950 : confidence >= 800 ? 800 : 0;
        if (read != "—") {
            auto& calibration = calibration_[paper_class][band];
            ++calibration.announced;
            calibration.wrong += !right;
        }
        if (!right) wrong.push_back(field + ": read " + read + " (" + std::to_string(confidence) + "), meant " + meant);
    };
    const auto text = [&](const std::string& field, const std::optional<std::string>& meant,
                          const std::optional<TextReading>& read, bool name = false) {
        if (!meant) return;
        const bool right = meant->empty() ? !read
                                          : read && (name ? same_name(read->value, *meant)
                                                          : without_spaces(read->value) == without_spaces(*meant));
        judge(field, right, read ? read->confidence : 0, shown(read), *meant);
    };
    const auto amount = [&](const std::string& field, const std::optional<Decimal>& meant,
                            const std::optional<AmountReading>& read) {
        if (meant) judge(field, read && read->value == *meant, read ? read->confidence : 0, shown(read), meant->text());
    };
    const auto date = [&](const std::string& field, const std::optional<std::string>& meant,
                          const std::optional<DateReading>& read) {
        if (meant) judge(field, read && read->value.text() == *meant, read ? read->confidence : 0, shown(read), *meant);
    };
    if (truth.type)
        judge("type", name_of(reading.type) == *truth.type, reading.type_confidence, std::string(name_of(reading.type)),
              *truth.type);
    text("issuer", truth.issuer, reading.issuer.name, true);
    text("customer", truth.customer, reading.customer.name, true);
    if (truth.issuer_identifier) {
        std::string all = "—";
        int confidence = 0;
        for (const auto& [kind, identifier] : reading.issuer.identifiers) {
            if (all == "—" || identifier.value == *truth.issuer_identifier) confidence = identifier.confidence;
            if (all == "—" || identifier.value == *truth.issuer_identifier) all = identifier.value;
        }
        judge("issuer_identifier", all == *truth.issuer_identifier, confidence, all, *truth.issuer_identifier);
    }
    text("number", truth.number, reading.number);
    date("issue_date", truth.issue_date, reading.issue_date);
    date("due_date", truth.due_date, reading.due_date);
    text("currency", truth.currency, reading.currency);
    amount("total_excluding_tax", truth.excluding_tax, reading.total_excluding_tax);
    amount("total_tax", truth.tax, reading.total_tax);
    amount("total_including_tax", truth.including_tax, reading.total_including_tax);
    amount("amount_due", truth.due, reading.amount_due);
    text("payment_iban", truth.payment_iban, reading.payment_iban);
    text("structured_communication", truth.structured_communication, reading.structured_communication);
    if (!truth.line_amounts.empty()) {
        std::string read, meant;
        for (const auto& line : reading.lines) read += line.amount.value.rounded(2).text() + " ";
        for (const auto& line : truth.line_amounts) meant += line.rounded(2).text() + " ";
        judge("lines", read == meant, reading.lines.empty() ? 0 : reading.lines.front().amount.confidence,
              read.empty() ? "—" : read, meant);
    }
    auto& paper = papers_[paper_class];
    ++paper.asked;
    paper.right += wrong.empty();
    return wrong;
}

void Scores::print() const {
    for (const auto& [paper_class, fields] : fields_) {
        const auto& paper = papers_.at(paper_class);
        std::printf("\n%s: %d papers, %.1f %% without any error\n", paper_class.c_str(), paper.asked,
                    100.0 * paper.right / paper.asked);
        int asked = 0, right = 0;
        for (const auto& [field, score] : fields) {
            std::printf("  %-26s %4d / %4d  %6.1f %%\n", field.c_str(), score.right, score.asked,
                        100.0 * score.right / score.asked);
            asked += score.asked;
            right += score.right;
        }
        std::printf("  %-26s %4d / %4d  %6.2f %%\n", "all fields", right, asked, 100.0 * right / asked);
        const auto& costs = costs_.at(paper_class);
        std::printf("  milliseconds a page         p50 %.0f   p95 %.0f   (processor: p50 %.0f   p95 %.0f)\n",
                    1000 * percentile(costs, &PageCost::wall, 0.5), 1000 * percentile(costs, &PageCost::wall, 0.95),
                    1000 * percentile(costs, &PageCost::processor, 0.5),
                    1000 * percentile(costs, &PageCost::processor, 0.95));
        if (const auto bands = calibration_.find(paper_class); bands != calibration_.end())
            for (const auto& [band, calibration] : bands->second)
                std::printf("  announced at %s%-4d         %4d fields, %d wrong (%.2f %%)\n",
                            band == 990 ? ">= " : "from ", band, calibration.announced, calibration.wrong,
                            100.0 * calibration.wrong / calibration.announced);
    }
}

}  // namespace daftar::documents
