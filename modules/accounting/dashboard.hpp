// The accountant's first page: cash, claims, debts, what moves and what needs him.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

struct CashFlow {
    Money inflows, outflows, net;
};
BOOST_DESCRIBE_STRUCT(CashFlow, (), (inflows, outflows, net))

struct CashFlows {
    CashFlow last_30_days;  ///< without transfers between the organization's own accounts
};
BOOST_DESCRIBE_STRUCT(CashFlows, (), (last_30_days))

struct OverdueFigures {
    std::int64_t count = 0;
    Money total_amount;
};
BOOST_DESCRIBE_STRUCT(OverdueFigures, (), (count, total_amount))

enum class AlertSeverity { INFO, WARNING, CRITICAL };
BOOST_DESCRIBE_ENUM(AlertSeverity, INFO, WARNING, CRITICAL)

struct Alert {
    std::string type;     ///< LowBalance, NegativeBalance, OverduePayables, UnverifiedBankAccount, SuspenseNotCleared
    std::string message;  ///< French
    AlertSeverity severity = AlertSeverity::WARNING;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(Alert, (), (type, message, severity, link))

struct Dashboard {
    Money current_balance;        ///< bank and cash
    Money receivables, payables;  ///< owed by owners, owed to suppliers
    CashFlows cash_flow;
    OverdueFigures overdue_invoices;  ///< claims on owners past their due date
    OverdueFigures overdue_payables;  ///< suppliers' invoices past theirs
    std::vector<Alert> alerts;
    Date date;
    Json links;  ///< figure → the query that opens its lines
};
BOOST_DESCRIBE_STRUCT(Dashboard, (),
                      (current_balance, receivables, payables, cash_flow, overdue_invoices, overdue_payables, alerts,
                       date, links))

Dashboard dashboard(Context& context);

/// What was received and spent on bank and cash accounts in a period, without transfers between them.
CashFlow cash_flow(Context& context, const Date& start, const Date& end);

extern const std::span<const Route> dashboard_routes;

}  // namespace daftar::accounting
