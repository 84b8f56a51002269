// A fiscal year as one JSON document: everything that another installation needs to keep the same books.
#pragma once
#include "core/operation.hpp"
#include "ledger/account.hpp"
#include "ledger/journal.hpp"

namespace daftar::ledger {

enum class YearFileRefusal { other_currency, books_not_empty, year_differs, content_differs };
BOOST_DESCRIBE_ENUM(YearFileRefusal, other_currency, books_not_empty, year_differs, content_differs)
RefusalText text_of(YearFileRefusal refusal);

struct YearFileAccount {
    std::string code, name;
    AccountType account_type = AccountType::Asset;
    std::optional<std::string> parent_code;
    bool is_collective = false, name_confirmed = true, is_active = true;
};
BOOST_DESCRIBE_STRUCT(YearFileAccount, (),
                      (code, name, account_type, parent_code, is_collective, name_confirmed, is_active))

struct YearFileRole {
    std::string role, account_code;
};
BOOST_DESCRIBE_STRUCT(YearFileRole, (), (role, account_code))

struct YearFileAuxiliary {
    std::string account_code, code, name;
    AuxiliaryKind kind = AuxiliaryKind::other;
    bool is_active = true;
};
BOOST_DESCRIBE_STRUCT(YearFileAuxiliary, (), (account_code, code, name, kind, is_active))

struct YearFileJournal {
    std::string code, name;
    JournalKind kind = JournalKind::general;
    std::optional<std::string> account_code;
};
BOOST_DESCRIBE_STRUCT(YearFileJournal, (), (code, name, kind, account_code))

/// What an account (or one of its auxiliaries) opens with, debit positive.
struct YearFileOpening {
    std::string account_code;
    std::optional<std::string> auxiliary_code;
    Money balance;
};
BOOST_DESCRIBE_STRUCT(YearFileOpening, (), (account_code, auxiliary_code, balance))

struct YearFileLine {
    std::string account_code;
    std::optional<std::string> auxiliary_code;
    Money amount;  ///< debit positive
    std::string description;
    std::optional<Date> due_date;
    std::optional<Currency> currency;
    std::optional<Decimal> currency_amount, currency_rate;
    std::optional<Axes> axes;
    std::optional<PageBox> box;
};
BOOST_DESCRIBE_STRUCT(YearFileLine, (),
                      (account_code, auxiliary_code, amount, description, due_date, currency, currency_amount,
                       currency_rate, axes, box))

/// An entry; its place in the list, from 0, names it elsewhere in the file.
struct YearFileEntry {
    std::string journal_code;
    std::int64_t number = 0;
    Date date;
    EntryKind kind = EntryKind::movement;
    std::string description, voucher_reference;
    std::optional<Uuid> document_id;
    std::optional<std::int64_t> reversal_of;  ///< place of the entry that it reverses, when that is in the file
    std::vector<YearFileLine> lines;
};
BOOST_DESCRIBE_STRUCT(YearFileEntry, (),
                      (journal_code, number, date, kind, description, voucher_reference, document_id, reversal_of,
                       lines))

struct YearFileMatchedLine {
    std::int64_t entry = 0;  ///< place in the list
    std::int32_t line_number = 0;
    Money amount;  ///< settled part, positive
};
BOOST_DESCRIBE_STRUCT(YearFileMatchedLine, (), (entry, line_number, amount))

struct YearFileMatching {
    std::string letter, reason;
    std::vector<YearFileMatchedLine> lines;
};
BOOST_DESCRIBE_STRUCT(YearFileMatching, (), (letter, reason, lines))

/// Opening entries are not listed: `opening` says what they say. Lettrages that reach into another year are left out.
struct YearFile {
    std::string format;  ///< "daftar-year-1"
    std::string organization_name, country, currency, chart;
    std::int32_t year = 0;
    Date start_date, end_date;
    std::vector<YearFileAccount> accounts;
    std::vector<YearFileRole> roles;
    std::vector<YearFileAuxiliary> auxiliaries;
    std::vector<YearFileJournal> journals;
    std::vector<YearFileOpening> opening;
    std::vector<YearFileEntry> entries;
    std::vector<YearFileMatching> matchings;
    std::string content_root;  ///< see content_root_of
};
BOOST_DESCRIBE_STRUCT(YearFile, (),
                      (format, organization_name, country, currency, chart, year, start_date, end_date, accounts, roles,
                       auxiliaries, journals, opening, entries, matchings, content_root))

/// Merkle root of the opening and of every entry, as canonical texts without the identifiers that differ from one
/// installation to another: organization and entry are nil, a reversed entry is named by its place (from 1).
/// Hexadecimal.
std::string content_root_of(const YearFile& file);

/// Reads the year from the books. Refused with year_not_found.
YearFile year_to_export(Context& context, std::int32_t year);

struct YearImportReport {
    std::int32_t year = 0;
    std::int64_t accounts = 0, entries = 0, matchings = 0;
    std::string content_root;
};
BOOST_DESCRIBE_STRUCT(YearImportReport, (), (year, accounts, entries, matchings, content_root))

/// `daftar import FILE`: fills the empty books of the active organization. Refusals: other_currency, books_not_empty,
/// year_differs, content_differs (what was written does not give the root in the file), and every refusal of `post`.
YearImportReport import_year(Context& context, std::string_view text);

extern const std::span<const Route> year_file_routes;

}  // namespace daftar::ledger
