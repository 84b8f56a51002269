#include "bench/documents/taught.hpp"

namespace daftar::documents {
namespace {

constexpr const char* supplier = "the issuer";

class Lesson {
public:
    explicit Lesson(const ExtractedDocument& document) : document_(document) { layout_.issuer_id = supplier; }

    template <class Reading>
    void correct(const char* field, const std::optional<std::string>& meant, const std::optional<Reading>& read) {
        if (!meant) return;
        std::string found;
        if (read) {
            if constexpr (requires { read->value.text(); })
                found = read->value.text();
            else
                found = read->value;
        }
        if (found == *meant) return;
        if (const auto place = find_printed(document_, field, *meant))
            layout_.anchors.push_back(learn_anchor(document_, field, place->page, place->box));
    }
    LearnedLayout layout() && { return std::move(layout_); }

private:
    const ExtractedDocument& document_;
    LearnedLayout layout_;
};

std::optional<std::string> text_of(const std::optional<Decimal>& amount) {
    return amount ? std::optional(amount->text()) : std::nullopt;
}

}  // namespace

ReadingKnowledge taught_by(const ExtractedDocument& document, const InvoiceReading& reading, const Truth& truth) {
    Lesson lesson(document);
    lesson.correct("number", truth.number, reading.number);
    lesson.correct("issue_date", truth.issue_date, reading.issue_date);
    lesson.correct("due_date", truth.due_date, reading.due_date);
    lesson.correct("total_excluding_tax", text_of(truth.excluding_tax), reading.total_excluding_tax);
    lesson.correct("total_tax", text_of(truth.tax), reading.total_tax);
    lesson.correct("total_including_tax", text_of(truth.including_tax), reading.total_including_tax);
    lesson.correct("amount_due", text_of(truth.due), reading.amount_due);
    ReadingKnowledge known;
    KnownParty issuer{supplier, {truth.issuer.value_or("")}, {}};
    for (const char* kind : {"ma_ice", "eu_vat", "be_enterprise", "fr_siret", "fr_siren"})
        if (truth.issuer_identifier) issuer.identifiers.push_back({kind, *truth.issuer_identifier});
    known.suppliers.push_back(std::move(issuer));
    known.layouts.push_back(std::move(lesson).layout());
    return known;
}

}  // namespace daftar::documents
