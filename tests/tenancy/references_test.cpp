// An identifier of another tenant inside a body: real things of both, every field that takes one.
#include "tests/tenancy/made_up_input.hpp"
#include "tests/tenancy/neighbours.hpp"

namespace daftar::tests {
namespace {

/// What a residence has, each by its identifier.
struct Things {
    std::string owner, supplier, building, paper, entry, draft, bank_account, movement, expense;
};

class References : public Tenancy {
protected:
    std::string made(const Principal& who, std::string_view path, std::string_view body,
                     std::string_view member = "id") {
        const auto answer = books.request(who, "POST", "/api/v1" + std::string(path), body);
        EXPECT_EQ(answer.status, 201) << path << "\n" << answer.body;
        const auto parsed = parse_json(answer.body);
        const auto* id = std::get<Json>(parsed).find(member);
        return id && id->if_string() ? *id->if_string() : "";
    }
    Things settle(const Principal& who, std::string_view name) {
        Things has;
        has.owner = made(who, "/parties", R"({"kind":"owner","name":"Alaoui"})");
        has.supplier = made(who, "/parties", R"({"kind":"supplier","name":"Garage"})");
        has.building = made(who, "/buildings", R"({"name":"Tour"})");
        has.paper = made(who, "/documents?filename=a.pdf", "%PDF-1.7 " + std::string(name));
        has.entry = made(who, "/accounting/journal-entries", entry("", "false"));
        has.draft = made(who, "/accounting/journal-entries", entry("", "true"));
        has.bank_account = made(who, "/bank/accounts", R"({"name":"Compte","identifier":"BE68539007547034"})");
        books.request(who, "POST", "/api/v1/bank/statements?bank_account_id=" + has.bank_account,
                      "Date;Libellé;Montant\n03/03/2025;VIR;-10,00\n");
        has.movement =
            books.sql("select id from bank_movement where organization_id = '" + who.organization.text() + "' limit 1");
        has.expense = made(who, "/expenses", expense(""));
        EXPECT_EQ(books.request(who, "POST", "/api/v1/expenses/" + has.expense + "/approve", "{}").status, 200);
        return has;
    }
    static std::string entry(const std::string& more, const std::string& draft) {
        return R"({"date":"2025-03-03","description":"Frais","draft":)" + draft +
               R"(,"lines":[{"account_code":"610100","debit":10.00},{"account_code":"550000","credit":10.00}])" + more +
               "}";
    }
    static std::string expense(const std::string& more) {
        return R"({"description":"Travaux","expense_date":"2025-03-03","category":"Maintenance","line_items":)"
               R"([{"description":"x","quantity":1,"unit_price":10.00,"vat_rate":0.21}])" +
               more + "}";
    }
    struct Attempt {
        std::string route, target, body;
    };
    /// What a neighbour tries with things of A, field by field.
    std::vector<Attempt> attempts(const Principal& neighbour, const Things& ours, const Things& theirs) {
        const std::string document = R"(,"document_id":")" + theirs.paper + "\"";
        const std::string box =
            R"({"document_id":")" + theirs.paper + R"(","page":1,"x":1,"y":1,"width":1,"height":1})";
        const std::string line = R"([{"entry_id":")" + theirs.entry + R"(","line_number":1}])";
        const auto member = [](const char* name, const std::string& id) {
            return std::string("\"") + name + "\":\"" + id + "\"";
        };
        return {
            {"POST /auth/switch-role", "", "{" + member("role_id", a.role.text()) + "}"},
            {"POST /auth/switch-role", "",
             "{" + member("role_id", books.as(neighbour, "Admin").role.text()) + "," +
                 member("open_organization", a.organization.text()) + "}"},
            {"POST /users", "",
             R"({"email":"x@ailleurs.example","name":"X","role_type":"Accountant",)" +
                 member("organization_id", a.organization.text()) + "}"},
            {"POST /users/{id}/roles", "/users/" + a.user.text() + "/roles", R"({"role_type":"Accountant"})"},
            {"POST /users/{id}/roles", "/users/" + neighbour.user.text() + "/roles",
             R"({"role_type":"Accountant",)" + member("organization_id", a.organization.text()) + "}"},
            {"POST /auth/support-grants", "",
             "{" + member("organization", a.organization.text()) + R"(,"reason":"Aide","minutes":30})"},
            {"POST /auxiliaries", "",
             R"({"account_code":"440000","code":"GARAGE2","name":"Garage","kind":"supplier",)" +
                 member("party_id", theirs.supplier) + "}"},
            {"POST /accounting/journal-entries", "", entry(document, "false")},
            {"POST /accounting/journal-entries", "", entry(document, "true")},
            {"POST /accounting/journal-entries/batch", "", "{\"entries\":[" + entry(document, "false") + "]}"},
            {"POST /accounting/journal-entries/{id}/documents",
             "/accounting/journal-entries/" + ours.entry + "/documents",
             "{" + member("document_id", theirs.paper) + "}"},
            {"PUT /accounting/drafts/{id}", "/accounting/drafts/" + ours.draft,
             "{\"content\":" + entry(document, "true") + "}"},
            {"POST /accounting/matchings", "", "{\"lines\":" + line + "}"},
            {"POST /bank/movements/auto-match", "", "{" + member("bank_account_id", theirs.bank_account) + "}"},
            {"POST /bank/movements/{id}/match", "/bank/movements/" + ours.movement + "/match",
             "{\"items\":" + line + "}"},
            {"POST /bank/movements/{id}/match", "/bank/movements/" + ours.movement + "/match",
             "{\"book_lines\":" + line + "}"},
            {"POST /accounting/bank-reconciliation", "",
             R"({"account_code":"550000","date":"2025-03-31",)" + member("organization_id", a.organization.text()) +
                 "}"},
            {"POST /expenses", "", expense("," + member("building_id", theirs.building))},
            {"POST /expenses", "", expense("," + member("supplier_id", theirs.supplier))},
            {"POST /expenses", "", expense(document)},
            {"POST /expenses", "", expense(",\"box\":" + box)},
            {"POST /expenses/{id}/mark-paid", "/expenses/" + ours.expense + "/mark-paid",
             R"({"date":"2025-03-20",)" + member("entry_id", theirs.entry) + "}"},
            {"POST /expenses/{id}/credit-note", "/expenses/" + ours.expense + "/credit-note",
             R"({"date":"2025-03-20")" + document + "}"},
            {"POST /calls", "",
             R"({"date":"2025-03-03","description":"T1","total":10.00,"shares":[{)" + member("owner_id", theirs.owner) +
                 R"(,"weight":1}]})"},
            {"POST /receipts", "", R"({"date":"2025-03-03","amount":10.00,)" + member("owner_id", theirs.owner) + "}"},
        };
    }
    /// Every route whose body takes an identifier.
    std::set<std::string> routes_with_identifiers() {
        const auto described = books.app().openapi();
        const auto& book = *described.find("components")->find("schemas");
        std::set<std::string> open;
        for (const auto& [path, operations] : *described.find("paths")->if_object())
            for (const auto& [method, operation] : *operations.if_object()) {
                const auto* body = json_body_of(operation);
                auto name = method;
                for (auto& letter : name) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
                if (body && takes_uuid(*body, book))
                    open.insert(name + " " + path.substr(std::string("/api/v1").size()));
            }
        return open;
    }
    /// Identifiers of A that stand in a row of a neighbour, by table.
    std::string strays() {
        std::string found, known;
        for (const auto& id : ids_of_a()) known += (known.empty() ? "" : "|") + id;
        for (const auto& table : tables) {
            const auto count =
                books.sql("select count(*) from " + table + " t where organization_id in ('" + b.organization.text() +
                          "', '" + c.organization.text() + "') and replace(t::text, '" + a.tenant_group.text() +
                          "', '') ~ '(" + known + ")'");
            if (count != "0") found += table + " ";
        }
        return found;
    }
};

TEST_F(References, OfAnotherTenantAreNeverTaken) {
    const auto theirs = settle(a, "A");
    const auto before = all_of_a();
    auto open = routes_with_identifiers();
    EXPECT_GT(open.size(), 15u);
    for (const auto& neighbour : {b, c}) {
        for (const auto& attempt : attempts(neighbour, settle(neighbour, neighbour.email), theirs)) {
            SCOPED_TRACE(attempt.route + " " + attempt.body);
            open.erase(attempt.route);
            const auto space = attempt.route.find(' ');
            const auto target = attempt.target.empty() ? attempt.route.substr(space + 1) : attempt.target;
            for (const char* role : {"Accountant", "Syndic", "Admin"}) {
                const auto response = books.request(books.as(neighbour, role), attempt.route.substr(0, space),
                                                    "/api/v1" + target, attempt.body);
                EXPECT_GE(response.status, 400) << role << "\n" << response.body;
                EXPECT_LT(response.status, 500) << role << "\n" << response.body;
                EXPECT_EQ(response.body.find(mark), std::string::npos) << response.body;
            }
        }
    }
    for (const auto& route : open) ADD_FAILURE() << route << " takes an identifier that nobody tried with another's";
    EXPECT_EQ(strays(), "") << "rows of a neighbour name something of the other tenant";
    EXPECT_EQ(all_of_a(), before);
}

/// The same bodies with what is one's own pass: the refusals above are about whose things they are.
TEST_F(References, OfOnesOwnAreTaken) {
    const auto ours = settle(b, "B");
    const std::string document = R"(,"document_id":")" + ours.paper + "\"";
    made(b, "/accounting/journal-entries", entry(document, "false"));
    made(b, "/expenses",
         expense(document + R"(,"building_id":")" + ours.building + R"(","supplier_id":")" + ours.supplier + "\""));
    made(b, "/calls",
         R"({"date":"2025-03-03","description":"T1","total":10.00,"shares":[{"owner_id":")" + ours.owner +
             R"(","weight":1}]})",
         "entry_id");
    made(b, "/receipts", R"({"date":"2025-03-03","amount":10.00,"owner_id":")" + ours.owner + "\"}", "entry_id");
}

}  // namespace
}  // namespace daftar::tests
