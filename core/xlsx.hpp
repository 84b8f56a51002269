// Spreadsheets for accountants: typed cells, totals that recalculate, a header that stays in view.
#pragma once
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/money.hpp"

namespace daftar {

/// One typed cell. Texts are never read as formulas.
class XlsxCell {
public:
    enum class Kind { empty, text, money, decimal, date, sum, combination };
    /// A row of the same sheet, counted from 0 below the header.
    struct Term {
        std::size_t row = 0;
        bool minus = false;
    };

    XlsxCell() = default;
    XlsxCell(std::string text) : kind(Kind::text), text(std::move(text)) {}
    XlsxCell(const char* text) : XlsxCell(std::string(text)) {}
    XlsxCell(const Money& amount) : kind(Kind::money), money(amount) {}
    XlsxCell(Decimal number) : kind(Kind::decimal), decimal(number) {}
    XlsxCell(Date day) : kind(Kind::date), date(day) {}
    /// In a subtotal row: the plain amounts since the last section or subtotal; in a total row: all plain amounts
    /// above. Written as a formula together with its exact value.
    static XlsxCell sum() {
        XlsxCell cell;
        cell.kind = Kind::sum;
        return cell;
    }
    /// Other rows of the same column added and subtracted: a formula together with its exact value.
    static XlsxCell combination(const Money& value, std::vector<Term> terms) {
        XlsxCell cell(value);
        if (!terms.empty()) cell.kind = Kind::combination;
        cell.terms = std::move(terms);
        return cell;
    }
    XlsxCell linked(std::string address) && {
        link = std::move(address);
        return std::move(*this);
    }

    Kind kind = Kind::empty;
    std::string text = {};
    Money money = {};
    Decimal decimal = {};
    Date date = {};
    std::string link = {};
    std::vector<Term> terms = {};
};

enum class XlsxRowKind { plain, section, subtotal, total };

struct XlsxRow {
    std::vector<XlsxCell> cells = {};
    XlsxRowKind kind = XlsxRowKind::plain;
    unsigned indent = 0;  ///< levels by which the first cell is pushed in
};

struct XlsxColumn {
    std::string title = {};
    unsigned width = 14;  ///< characters
};

struct XlsxSheet {
    std::string name = {};                   ///< tab; cut to 31 characters, without the signs that spreadsheets refuse
    std::vector<std::string> preamble = {};  ///< lines above the table: organization, title, period
    std::vector<XlsxColumn> columns = {};
    std::vector<XlsxRow> rows = {};
};

struct XlsxWorkbook {
    std::string title = {};
    std::string author = {};
    std::string company = {};
    Timestamp created = {};
    std::vector<XlsxSheet> sheets = {};
};

/// The .xlsx file. Amounts become the nearest binary number here and nowhere else: the format knows no other.
std::string xlsx(const XlsxWorkbook& workbook);

}  // namespace daftar
