#include "server/demo.hpp"

#include <fstream>
#include <map>
#include <ostream>

#include "core/job_runner.hpp"
#include "documents/paper.hpp"
#include "identity/identity.hpp"
#include "ledger/ledger.hpp"
#include "server/demo_bank.hpp"
#include "server/demo_data.hpp"
#include "server/demo_papers.hpp"
#include "server/organization_key.hpp"
#include "server/serve.sql.hpp"

namespace daftar::server {

namespace {

constexpr int years_before = 1, papers_each = 17;

/// Two years of books: the current one and the one before.
int first_year_of(const Date& today) { return today.year() - years_before; }

/// One residence being filled, through `App::handle` as anybody would.
class Loader {
public:
    Loader(Installation& installation, const DemoResidence& residence, Principal principal, const Date& today)
        : installation_(installation),
          residence_(residence),
          principal_(std::move(principal)),
          today_(today),
          bank_(residence.name, residence.bank_account, std::string(principal_.currency.code())),
          jobs_(installation.pool(), installation.services(), installation.app().modules(), 0) {
        principal_.role_type = "Accountant";
    }

    void load() {
        create_people();
        for (int year = first_year_of(today_) + 1; year <= today_.year(); ++year)
            send("POST", "/api/v1/accounting/fiscal-years", Json::Object{{"year", year}});
        for (int year = first_year_of(today_); year <= today_.year(); ++year) {
            for (unsigned month = 1; month <= 12 && Date(year, month, 1) <= today_; ++month)
                load_month(Date(year, month, 1));
        }
        confirm_bank_accounts();
        plan_year();
        receive_papers();
        receive_statements();
    }

private:
    Json send(const char* method, std::string path, const Json& body) {
        return send_bytes(method, std::move(path), to_text(body));
    }
    Json send(const char* method, std::string path) { return send_bytes(method, std::move(path), ""); }
    Json send_bytes(const char* method, std::string path, std::string body, const std::string& filename = "") {
        Request request;
        request.method = method;
        read_target(path, request);
        if (!filename.empty()) request.query.emplace_back("filename", filename);
        request.body = std::move(body);
        request.remote_address = "127.0.0.1";
        request.id = "demo";
        request.headers["authorization"] = "Bearer " + identity::access_token(principal_, installation_.services(),
                                                                              Timestamp::now().plus_seconds(600));
        const auto response = installation_.app().handle(request);
        if (response.status >= 300) throw std::runtime_error("Démonstration : " + request.path + " : " + response.body);
        auto parsed = parse_json(response.body);
        return response.body.empty() ? Json() : std::get<Json>(std::move(parsed));
    }
    static std::string text_of(const Json& json, const char* name) { return *json.find(name)->if_string(); }
    static Json amount(std::int64_t whole, int cents = 0) { return JsonNumber{Decimal{whole * 100 + cents, 2}.text()}; }

    void create_people() {
        send("POST", "/api/v1/buildings",
             Json::Object{{"name", residence_.building},
                          {"address", residence_.address},
                          {"city", residence_.city},
                          {"lot_count", residence_.lots}});
        for (int lot = 1; lot <= residence_.lots; ++lot) {
            const auto digits = std::to_string(1000 + lot).substr(1);
            // The first lot belongs to the owner who signs in: his address leads him to his account.
            const auto& reader = demo_reader();
            owners_.push_back(
                text_of(send("POST", "/api/v1/parties",
                             Json::Object{{"kind", "owner"},
                                          {"code", "LOT" + digits},
                                          {"name", lot == 1 ? reader.name : demo_owner(residence_.country, lot)},
                                          {"email", lot == 1 ? reader.email : ""}}),
                        "id"));
            weights_.push_back(60 + lot * 7 % 50);
        }
        for (const auto& supplier : residence_.suppliers)
            suppliers_.push_back(text_of(
                send("POST", "/api/v1/parties",
                     Json::Object{
                         {"kind", "supplier"}, {"name", supplier.name}, {"default_category", supplier.category}}),
                "id"));
    }

    void load_month(const Date& month) {
        if (month.month() % 3 == 1) call(month);
        for (std::size_t i = 0; i < suppliers_.size(); ++i) {
            const auto& supplier = residence_.suppliers[i];
            const int turn = supplier.every_months == 12 ? 2 : 1;
            if (static_cast<int>(month.month()) % supplier.every_months == turn % supplier.every_months)
                spend(month, supplier, suppliers_[i], static_cast<int>(i));
        }
    }

    void call(const Date& month) {
        const auto quarter = (month.month() + 2) / 3;
        Json::Array shares;
        for (std::size_t i = 0; i < owners_.size(); ++i)
            shares.push_back(Json::Object{{"owner_id", owners_[i]}, {"weight", weights_[i]}});
        const auto title = "Appel de fonds T" + std::to_string(quarter) + " " + std::to_string(month.year());
        const auto issued = send("POST", "/api/v1/calls",
                                 Json::Object{{"date", month.text()},
                                              {"description", title},
                                              {"total", amount(residence_.quarter_call)},
                                              {"shares", std::move(shares)},
                                              {"due_date", month.plus_days(30).text()}});
        const auto& called = *issued.find("shares")->if_array();
        for (std::size_t i = 0; i < called.size(); ++i) {
            // A few never pay, some pay late, some the last quarters only in part: what an unpaid list is for.
            if (i % 19 == 7) continue;
            const auto paid_on = month.plus_days(static_cast<int>(5 + i * 11 % 40 + (i % 8 == 3 ? 45 : 0)));
            if (paid_on > today_) continue;
            auto paid = called[i].find("amount")->if_is<JsonNumber>()->text;
            if (i % 13 == 5 && month.year() == today_.year()) paid = divide(*Decimal::parse(paid), {2, 0}, 2).text();
            const auto owner = text_of(called[i], "owner_name");
            send("POST", "/api/v1/receipts",
                 Json::Object{{"date", paid_on.text()},
                              {"owner_id", owners_[i]},
                              {"amount", JsonNumber{paid}},
                              {"description", "Virement " + owner + " – " + title}});
            bank_.record({paid_on, *Decimal::parse(paid), "Virement recu " + owner + " " + title, owner});
        }
    }

    void spend(const Date& month, const DemoSupplier& supplier, const std::string& supplier_id, int index) {
        const auto day = month.plus_days(3 + index * 3);
        if (day > today_) return;
        const auto season = static_cast<int>(month.month()) * 13 % 17 - 8;  // −8 … +8 %
        const auto net = supplier.every_months == 1 ? supplier.net * (100 + season) / 100 : supplier.net;
        const auto number = std::to_string(month.year()) + "-" + std::to_string(100 + static_cast<int>(month.month()));
        const auto recorded = month.year() == today_.year()
                                  ? spend_by_paper(supplier_id, index, day, number, Decimal{net * 100, 2})
                                  : spend_by_hand(supplier, supplier_id, month, day, number, amount(net));
        const auto paid_on = day.plus_days(12 + index * 2);
        if (paid_on > today_) return;
        const auto path = "/api/v1/expenses/" + text_of(recorded, "id");
        send("POST", path + "/approve", Json::Object{});
        send("POST", path + "/pay", Json::Object{{"date", paid_on.text()}});
        const auto delay = index == 2 ? 4 : 0;  // a cheque that the bank sees later
        bank_.record({paid_on.plus_days(delay),
                      -*Decimal::parse(recorded.find("total_amount")->if_is<JsonNumber>()->text),
                      "Paiement " + std::string(supplier.name) + " facture " + number, supplier.name});
    }

    /// As in the years before Daftar: nobody has the paper at hand.
    Json spend_by_hand(const DemoSupplier& supplier, const std::string& supplier_id, const Date& month, const Date& day,
                       const std::string& number, Json net) {
        return send(
            "POST", "/api/v1/expenses",
            Json::Object{{"description", std::string(supplier.description) + " " + std::to_string(month.month()) + "/" +
                                             std::to_string(month.year())},
                         {"expense_date", day.text()},
                         {"category", supplier.category},
                         {"supplier_id", supplier_id},
                         {"invoice_number", number},
                         {"due_date", day.plus_days(30).text()},
                         {"line_items", Json::Array{Json::Object{{"description", supplier.description},
                                                                 {"quantity", JsonNumber{"1"}},
                                                                 {"unit_price", std::move(net)},
                                                                 {"vat_rate", JsonNumber{supplier.vat_rate}}}}}});
    }

    /// The paper comes in, is read, reviewed and accepted: the way of every paper.
    Json spend_by_paper(const std::string& supplier_id, int index, const Date& day, const std::string& number,
                        Decimal net) {
        const auto made = paper_of(residence_, static_cast<std::size_t>(index), number, day, net);
        const auto id = receive(made, number + ".pdf").text();
        jobs_.drain();
        const auto path = "/api/v1/documents/" + id;
        if (auto wrong = corrections(send("GET", path), made.invoice, index); !wrong.empty())
            send("PUT", path + "/fields", Json::Object{{"fields", std::move(wrong)}});
        send("POST", path + "/accept");
        const auto found = send("GET", "/api/v1/expenses?supplier_id=" + supplier_id + "&search=" + number);
        return found.find("items")->if_array()->at(0);
    }

    /// The accounts that the papers showed, as somebody who called the suppliers would.
    void confirm_bank_accounts() {
        for (const auto& supplier : suppliers_) {
            const auto path = "/api/v1/parties/" + supplier + "/bank-accounts";
            const auto accounts = send("GET", path);
            for (const auto& account : *accounts.find("items")->if_array())
                send("PUT", path + "/" + text_of(account, "id"), Json::Object{{"status", "verified"}});
        }
    }

    /// What a person would write where the reading is not what the paper says.
    Json::Array corrections(const Json& paper, const documents::MadeInvoice& truth, int index) const {
        const std::map<std::string, std::string> fields = {
            {"issuer_name", truth.issuer.name},
            {"number", truth.number},
            {"issue_date", truth.issue_date.text()},
            {"due_date", truth.due_date.text()},
            {"total_excluding_tax", truth.total_excluding_tax.text()},
            {"total_tax", truth.total_tax.text()},
            {"total_including_tax", truth.total_including_tax.text()},
            {"category", residence_.suppliers[static_cast<std::size_t>(index)].category}};
        Json::Array changed;
        for (const auto& field : *paper.find("fields")->if_array()) {
            const auto wanted = fields.find(text_of(field, "name"));
            if (wanted != fields.end() && text_of(field, "value") != wanted->second)
                changed.push_back(Json::Object{{"name", wanted->first}, {"value", wanted->second}});
        }
        return changed;
    }

    /// A budget a little beside what was spent, so that its variance says something.
    void plan_year() {
        std::map<std::string, std::int64_t> spent;
        for (const auto& supplier : residence_.suppliers)
            spent[supplier.category] += std::int64_t{supplier.net} * (12 / supplier.every_months);
        Json::Array lines;
        for (const auto& [category, year] : spent)
            lines.push_back(Json::Object{
                {"kind", "expense"}, {"category", category}, {"amount", amount((year * 118 / 100 + 50) / 100 * 100)}});
        lines.push_back(Json::Object{
            {"kind", "income"}, {"category", "calls"}, {"amount", amount(4 * std::int64_t{residence_.quarter_call})}});
        send("PUT", "/api/v1/budgets", Json::Object{{"year", today_.year()}, {"lines", std::move(lines)}});
    }

    /// Last month's statement is imported and what is certain matched; this month's waits beside the papers.
    void receive_statements() {
        const auto month = Date(today_.year(), today_.month(), 1);
        const auto before = month.plus_days(-1);
        const auto last_month = Date(before.year(), before.month(), 1);
        for (const auto& each : {last_month, month})
            bank_.add_unannounced(each, demo_owner(residence_.country, 8), "LOT008",
                                  Decimal{std::int64_t{residence_.quarter_call} * 100 / residence_.lots, 2});
        send("POST", "/api/v1/bank/accounts",
             Json::Object{
                 {"name", "Compte courant"}, {"identifier", residence_.bank_account}, {"bank", residence_.bank}});
        send_bytes("POST", "/api/v1/bank/statements", bank_.statement(last_month, before), bank_.file_name(last_month));
        send("POST", "/api/v1/bank/movements/auto-match", Json::Object{});
        std::ofstream(papers_folder() / bank_.file_name(month), std::ios::binary) << bank_.statement(month, today_);
    }

    std::filesystem::path papers_folder() const {
        const auto folder = installation_.settings().data / "papiers-de-demonstration" / residence_.name;
        std::filesystem::create_directories(folder);
        return folder;
    }

    /// Papers that wait to be read, and their files to be dropped again by hand.
    void receive_papers() {
        const auto folder = papers_folder();
        int made = 0;
        for (const auto& paper : waiting_papers(residence_, today_, papers_each)) {
            const auto name = "facture-" + std::to_string(++made) + ".pdf";
            std::ofstream(folder / name, std::ios::binary) << paper.pdf;
            receive(paper, name);
        }
    }

    Id<documents::Paper> receive(const DemoPaper& paper, const std::string& name) {
        Id<documents::Paper> id;
        installation_.run(principal_, Door::app,
                          [&](Context& context) { id = documents::receive_paper(context, paper.pdf, name); });
        return id;
    }

    Installation& installation_;
    const DemoResidence& residence_;
    Principal principal_;
    Date today_;
    DemoBank bank_;
    JobRunner jobs_;
    std::vector<std::string> owners_, suppliers_;
    std::vector<std::int64_t> weights_;
};

/// The people of the office; their roles come last, so that a loading cut short is noticed.
std::vector<Id<User>> create_users(Installation& installation) {
    std::vector<Id<User>> users;
    installation.run_as_system([&](Context& context) {
        for (const auto& person : demo_people())
            users.push_back(identity::add_user(context, {{person.email}, person.name, demo_password, "fr", true}));
    });
    return users;
}

Principal open_residence(Installation& installation, const DemoResidence& residence, Id<TenantGroup> group,
                         Id<User> user, const Date& today) {
    Principal principal;
    principal.tenant_group = group;
    principal.user = user;
    principal.email = demo_people().front().email;
    installation.run_as_system([&](Context& context) {
        Principal founder = principal;
        founder.role_type = "SuperAdmin";
        context.enter(founder);
        identity::NewOrganization input;
        input.name = residence.name;
        input.country = *enum_from<identity::Country>(residence.country);
        input.address = Text<0, 500>(residence.address);
        principal.organization = identity::create_organization(context, input);
        ledger::open_books(context, identity::usual_chart(input.country), first_year_of(today));
    });
    principal.currency = *Currency::from_code(std::string(residence.country) == "BE" ? "EUR" : "MAD");
    principal.time_zone = std::string(residence.country) == "BE" ? "Europe/Brussels" : "Africa/Casablanca";
    return principal;
}

}  // namespace

void load_demonstration(Installation& installation, const std::function<void(const std::string&)>& report) {
    bool loaded = false, begun = false, real = false;
    installation.run_as_system([&](Context& context) {
        loaded = context.one<sql::demonstration_is_loaded>();
        begun = !context.rows<sql::organizations>().empty();
        real = context.one<sql::has_real_people>();
    });
    if (loaded) return;
    if (real) throw std::runtime_error("Cette base tient de vrais livres : la démonstration en demande une autre.");
    if (begun)
        throw std::runtime_error("Le chargement de la démonstration a été interrompu : effacez le dossier de données " +
                                 installation.settings().data.string() + " et recommencez.");

    const auto today = Timestamp::now().utc_date();
    const auto users = create_users(installation);
    Id<TenantGroup> group;
    installation.run_as_system(
        [&](Context& context) { group = identity::create_tenant_group(context, "Cabinet Zerktouni"); });
    std::vector<Principal> principals;
    for (const auto& residence : demo_residences()) {
        report("Démonstration : " + std::string(residence.name) + ", " + std::to_string(residence.lots) + " lots…");
        principals.push_back(open_residence(installation, residence, group, users.front(), today));
        Loader(installation, residence, principals.back(), today).load();
    }
    installation.run_as_system([&](Context& context) {
        for (std::size_t i = 0; i < users.size(); ++i) {
            const auto type = *enum_from<identity::RoleType>(demo_people()[i].role_type);
            if (type == identity::RoleType::SuperAdmin)
                identity::give_role(context, users[i], {group, {}}, type);
            else
                for (const auto& principal : principals)
                    identity::give_role(context, users[i], {group, principal.organization}, type);
        }
    });
}

void print_demonstration_accounts(std::ostream& out) {
    out << "Comptes de démonstration :\n";
    for (const auto& person : demo_people())
        out << "  " << person.label << " : " << person.email << " / mot de passe : " << demo_password << "\n";
}

}  // namespace daftar::server
