// Counting right and wrong fields by class of paper, and how honest the announced confidences are.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "documents/reading/reading.hpp"

namespace daftar::documents {

/// What a paper says, as far as its truth file knows. Absent: not asked.
struct Truth {
    std::optional<std::string> type, issuer, customer, issuer_identifier, number, issue_date, due_date, currency,
        payment_iban, structured_communication;
    std::optional<Decimal> excluding_tax, tax, including_tax, due;
    std::vector<Decimal> line_amounts;
};

struct Score {
    int asked = 0, right = 0;
};

/// What one page cost, in seconds.
struct PageCost {
    double wall = 0;
    double processor = 0;
};

class Scores {
public:
    /// Compares and remembers; the names of wrong fields with what was read and what was meant.
    std::vector<std::string> add(const std::string& paper_class, const Truth& truth, const InvoiceReading& reading,
                                 const PageCost& cost);
    void print() const;

private:
    struct Calibration {
        int announced = 0, wrong = 0;
    };
    std::map<std::string, std::map<std::string, Score>> fields_;  ///< class → field
    std::map<std::string, std::vector<PageCost>> costs_;
    std::map<std::string, std::map<int, Calibration>> calibration_;  ///< class → lowest confidence of the band
    std::map<std::string, Score> papers_;
};

}  // namespace daftar::documents
