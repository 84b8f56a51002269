// What the printed words around a value announce, in French, Dutch, English and German.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "documents/reading/layout.hpp"

namespace daftar::documents {

enum class Meaning {
    number,
    order_number,
    customer_number,
    other_number,
    issue_date,
    due_date,
    other_date,
    period,
    excluding_tax,
    tax,
    including_tax,
    total,
    due,
    paid,
    previous,
    discount,
    other_amount,
    issuer,
    customer,
};

struct Label {
    Meaning meaning{};
    int weight = 0;           ///< 0 to 100: how surely the words mean it
    int first = 0, last = 0;  ///< tokens
    Area area;
    bool begins_segment = false;
};

/// Every label of the layout, longest match first, without overlaps of the same meaning group.
std::vector<Label> find_labels(const Layout& layout);

/// The meaning of a table header's words: "description", "quantity", "unit_price", "amount", "tax_rate", "unit",
/// "reference", "discount"; empty when none. `word_count` receives how many tokens were used.
std::string_view column_of(const Layout& layout, int first, int last, int& word_count);

/// Words of a token as labels compare them: number signs unified, apostrophes split, hyphens dropped.
std::vector<std::string> label_words(std::string_view text);
bool is_filler(std::string_view word);

}  // namespace daftar::documents
