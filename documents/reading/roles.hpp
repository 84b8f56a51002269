// Which printed amounts may play which part among the totals, and how surely.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "documents/reading/evidence.hpp"

namespace daftar::documents {

/// One amount in one part. The same amount printed twice in the same part is one candidate.
struct Candidate {
    Decimal value;
    const NumberValue* printed = nullptr;  ///< the best place; nullptr when only computed
    float score = 0;                       ///< 0 to about 1.2
    std::string reason;
};

enum class Part { excluding_tax, tax, including_tax, due, paid, previous };

struct Roles {
    std::map<Part, std::vector<Candidate>> candidates;  ///< best first

    const std::vector<Candidate>& of(Part part) const;
    /// The candidate for that value, nullptr when it is not announced as such.
    const Candidate* find(Part part, Decimal value) const;
};

Roles find_roles(const Evidence& seen);
/// The lowest place on the pages where that amount of money is printed; nullptr when it is not.
const NumberValue* printed_amount(const Evidence& seen, Decimal value);
Decimal magnitude(Decimal value);

}  // namespace daftar::documents
