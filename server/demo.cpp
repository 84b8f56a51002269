#include "server/demo.hpp"

#include <fstream>
#include <map>
#include <ostream>

#include "documents/corpus/corpus.hpp"
#include "documents/paper.hpp"
#include "identity/identity.hpp"
#include "ledger/ledger.hpp"
#include "server/demo_bank.hpp"
#include "server/demo_data.hpp"
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
          bank_(residence.name, residence.bank_account, std::string(principal_.currency.code())) {
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
        plan_year();
        receive_papers();
        receive_statements();
    }

private:
    Json send(const char* method, std::string path, const Json& body) {
        return send_bytes(method, std::move(path), to_text(body));
    }
    Json send_bytes(const char* method, std::string path, std::string body, const std::string& filename = "") {
        Request request;
        request.method = method;
        request.path = std::move(path);
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
        const auto recorded =
            send("POST", "/api/v1/expenses",
                 Json::Object{{"description", std::string(supplier.description) + " " + std::to_string(month.month()) +
                                                  "/" + std::to_string(month.year())},
                              {"expense_date", day.text()},
                              {"category", supplier.category},
                              {"supplier_id", supplier_id},
                              {"invoice_number", number},
                              {"due_date", day.plus_days(30).text()},
                              {"line_items", Json::Array{Json::Object{{"description", supplier.description},
                                                                      {"quantity", JsonNumber{"1"}},
                                                                      {"unit_price", amount(net)},
                                                                      {"vat_rate", JsonNumber{supplier.vat_rate}}}}}});
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
        const auto country =
            std::string(residence_.country) == "BE" ? documents::MadeCountry::belgium : documents::MadeCountry::morocco;
        int made = 0;
        for (std::uint64_t seed = 7'000 + static_cast<std::uint64_t>(residence_.lots); made < papers_each; ++seed) {
            auto invoice = documents::make_invoice(seed);
            if (invoice.country != country || invoice.kind == documents::MadeKind::credit_note ||
                has_former_rate(invoice))
                continue;
            invoice.customer.name = residence_.name;
            invoice.customer.town = residence_.city;
            invoice.issue_date =
                Date(today_.year(), 1 + static_cast<unsigned>(made) % 10, 1 + static_cast<unsigned>(made * 5) % 27);
            invoice.due_date = invoice.issue_date.plus_days(30);
            invoice.period_start = invoice.period_end = {};
            const auto styles = documents::known_styles();
            const auto pdf =
                documents::draw_pdf(invoice, styles[static_cast<std::size_t>(made) % styles.size()], false);
            const auto name = "facture-" + std::to_string(++made) + ".pdf";
            std::ofstream(folder / name, std::ios::binary) << pdf;
            installation_.run(principal_, Door::app,
                              [&](Context& context) { documents::receive_paper(context, pdf, name); });
        }
    }

    /// Morocco's 7 and 14 % ended with 2025.
    static bool has_former_rate(const documents::MadeInvoice& invoice) {
        return std::ranges::any_of(invoice.taxes, [](const auto& tax) {
            return tax.rate == Decimal{7, 0} || tax.rate == Decimal{14, 0};
        });
    }

    Installation& installation_;
    const DemoResidence& residence_;
    Principal principal_;
    Date today_;
    DemoBank bank_;
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
