// The demonstration's bank: what it saw on the account of one residence, printed as the files that a bank sends.
#pragma once
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/decimal.hpp"

namespace daftar::server {

struct DemoMovement {
    Date date;
    Decimal amount;  ///< two decimals; positive enters the account
    std::string label, counterparty;
};

/// One account. The books see a payment the day it is made, the bank now and then some days later.
class DemoBank {
public:
    DemoBank(std::string name, std::string identifier, std::string currency)
        : name_(std::move(name)), identifier_(std::move(identifier)), currency_(std::move(currency)) {}

    void record(DemoMovement movement) { movements_.push_back(std::move(movement)); }
    /// What the books do not know yet: the month's account fee, and a transfer from somebody who is behind.
    void add_unannounced(const Date& month, const std::string& late_owner, const std::string& reference,
                         const Decimal& transfer);
    /// A statement of the days from `first` to `last`: CAMT.053 for an account in euros, else the bank's CSV.
    std::string statement(const Date& first, const Date& last) const;
    /// Its usual file name.
    std::string file_name(const Date& first) const;

private:
    std::string camt(const Date& first, const Date& last) const;
    std::string table(const Date& first, const Date& last) const;
    Decimal balance_before(const Date& day) const;
    std::vector<DemoMovement> between(const Date& first, const Date& last) const;
    bool speaks_camt() const { return currency_ == "EUR"; }

    std::string name_, identifier_, currency_;
    std::vector<DemoMovement> movements_;
};

}  // namespace daftar::server
