// A bank statement as a file tells it, before anything of it is believed or written.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/decimal.hpp"
#include "core/problem.hpp"

namespace daftar::banking {

/// How a bank names one booking, in whatever file tells of it; "" where it does not.
struct BookingReferences {
    std::string servicer;  ///< the bank's own, unique
    std::string entry;     ///< of the entry: a bank may give several entries the same
    std::string batch;     ///< of the collected payments

    bool operator==(const BookingReferences&) const = default;
};

/// One line of a statement. Positive amounts enter the account.
struct Movement {
    Date booking_date;
    std::optional<Date> value_date;
    Decimal amount;                        ///< signed, in the statement's currency
    std::string label;                     ///< what the bank prints for people
    std::string reference;                 ///< the bank's own reference
    std::string end_to_end_id;             ///< the payer's reference, "" when not given
    std::string structured_communication;  ///< "+++010/8068/17183+++", "RF18…" or the national form, "" when none
    std::string counterparty_name;
    std::string counterparty_account;  ///< IBAN without spaces when it is one
    std::string kind;                  ///< code of the bank or the standard: "PMNT-RCDT-ESCT", "NTRF", "B1"
    std::string details;               ///< everything else that was said
    std::optional<Decimal> charges;    ///< fees already inside `amount`, positive
    BookingReferences booking;         ///< of the bank's booking that this movement is, or is a part of
    int batch = 0;                     ///< movements of one number in a statement are the parts of one booking; 0: none
    bool booked = true;                ///< false for what the bank only announces
    int line = 0;                      ///< where in the file, from 1
};

/// The movements of one account over one period.
struct Statement {
    std::string
        account_identifier;  ///< IBAN, RIB or whatever the bank uses, without spaces; "" when the file does not say
    std::string bank;        ///< BIC, bank code or name
    std::string currency;    ///< ISO 4217, "" when the file does not say
    std::string sequence;    ///< the bank's statement number
    std::optional<Date> period_start;
    std::optional<Date> period_end;
    std::optional<Decimal> opening_balance;
    std::optional<Date> opening_date;
    std::optional<Decimal> closing_balance;
    std::optional<Date> closing_date;
    std::vector<Movement> movements;
    /// What is readable but contradicts itself: balances, counts, sums, currencies. Money that is doubted is not
    /// imported unless a person says so.
    Problems doubts;
    int line = 0;
};

/// What a file turned out to be. With problems there are no statements: nothing is half read.
struct Reading {
    std::string format;  ///< "camt.053", "coda", "mt940", "ofx", "qif", "cfonb120", "csv", "xlsx"; "" when unknown
    std::vector<Statement> statements;
    Problems problems;
    bool is_readable() const { return problems.empty(); }
};

}  // namespace daftar::banking
