#include "banking/statement_gap.hpp"

#include "banking/statement_gap.sql.hpp"

namespace daftar::banking {
namespace {

std::string sentence(const MissingStatement& hole) {
    const auto numbers = "le n° " + hole.sequence + " suit le n° " + hole.previous_sequence;
    if (!hole.expected_balance)
        return "Un relevé manque peut-être au compte " + hole.account_code + " après le " + french(hole.after) + " : " +
               numbers + ", mais les soldes se suivent.";
    return "Il manque un relevé au compte " + hole.account_code + " entre le " + french(hole.after) + " et le " +
           french(hole.before) + " : la banque en était à " + french(*hole.expected_balance) +
           ", le relevé suivant commence à " + french(*hole.opening_balance) + " (écart " +
           french(*hole.opening_balance - *hole.expected_balance) + ")" + (hole.number_gap ? " ; " + numbers : "") +
           ".";
}

Page<MissingStatement> list(Context& context, const MissingStatementsRequest& request) {
    return {missing_statements(context, request), {}};
}

}  // namespace

std::vector<MissingStatement> missing_statements(Context& context, const MissingStatementsRequest& request) {
    auto holes = context.rows<sql::missing_statements>(context.organization(), request.bank_account_id, request.date);
    for (auto& hole : holes) hole.message = sentence(hole);
    return holes;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/bank/missing-statements", "read_reports", operation<list>},
};
const std::span<const Route> statement_gap_routes = routes;

}  // namespace daftar::banking
