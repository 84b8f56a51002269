// What was seen on the pages before anything is decided, and how near a value stands to a label.
#pragma once
#include <string>
#include <vector>

#include "documents/reading/layout.hpp"
#include "documents/reading/lexicon.hpp"
#include "documents/reading/values.hpp"

namespace daftar::documents {

struct Evidence {
    Layout layout;
    std::vector<Label> labels;
    Values values;
    std::string language;  ///< fr, nl, en, de; empty when unsure
    DocumentType type = DocumentType::unknown;
    int type_confidence = 0;
};

Evidence gather_evidence(const ExtractedDocument& document);

enum class Side { none, right, below };
struct Nearness {
    Side side = Side::none;
    float score = 0;  ///< 0 to 1
};
/// How strongly a label announces something printed at `place`: on the same row to its right, or under it.
Nearness nearness(const Evidence& seen, const Label& label, const Area& place);

/// Document type from its title words, their size and place, and its language (type.cpp).
void recognise_type(Evidence& seen);
/// The paper speaks as bills for water, energy and telephone do.
bool bills_utility(const Evidence& seen);

/// Fills value, place, confidence and reason of a reading.
template <class Reading, class Value>
Reading make_reading(Value value, const Area& area, int confidence, std::string reason) {
    Reading out;
    out.value = std::move(value);
    out.page = area.page;
    if (area.page > 0) out.box = box_of(area);
    out.confidence = confidence;
    out.reason = std::move(reason);
    return out;
}

/// Confidence of a value read from pixels is bounded by that of its characters, unless a check confirmed it.
int bounded(int confidence, int characters, bool confirmed);

/// "« Total TTC » à gauche": the reason for a value found beside a label.
std::string label_reason(const Evidence& seen, const Label& label, Side side);

}  // namespace daftar::documents
