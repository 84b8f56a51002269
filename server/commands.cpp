#include "server/commands.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <ostream>
#include <span>

#include "core/cluster_config.hpp"
#include "documents/extract/extract.hpp"
#include "identity/identity.hpp"
#include "ledger/auditor.hpp"
#include "ledger/year_file.hpp"
#include "server/backup_job.hpp"
#include "server/organization_key.hpp"
#include "server/serve.sql.hpp"

namespace daftar::server {

namespace {

std::vector<OrganizationKey> organizations(Installation& installation) {
    std::vector<OrganizationKey> found;
    installation.run_as_system([&](Context& context) { found = context.rows<sql::organizations>(); });
    return found;
}

Principal principal_of(const OrganizationKey& organization) {
    Principal principal;
    principal.organization = organization.id;
    principal.tenant_group = organization.tenant_group_id;
    principal.currency = organization.currency;
    principal.time_zone = organization.time_zone;
    principal.role_type = "Command";
    return principal;
}

/// By its name or identifier.
Principal organization_named(Installation& installation, const std::string& wanted) {
    for (const auto& organization : organizations(installation))
        if (organization.name == wanted || organization.id.text() == wanted) return principal_of(organization);
    throw std::runtime_error("Aucune organisation ne s'appelle « " + wanted + " ».");
}

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path ? path : "";
    while (!rest.empty()) {
        const auto folder = rest.substr(0, rest.find(':'));
        rest = folder.size() == rest.size() ? std::string_view() : rest.substr(folder.size() + 1);
        if (::access((std::string(folder) + "/" + program).c_str(), X_OK) == 0) return true;
    }
    return false;
}

bool has_extension(const std::string& name) {
    std::error_code absent;
    for (const auto& version : std::filesystem::directory_iterator("/usr/share/postgresql", absent))
        if (std::filesystem::exists(version.path() / "extension" / (name + ".control"))) return true;
    return false;
}

bool connects(const std::string& conninfo) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(conninfo.c_str()), &PQfinish);
    return PQstatus(connection.get()) == CONNECTION_OK;
}

/// The sandboxed child that opens papers starts here.
bool papers_can_be_read() {
    constexpr std::string_view paper = "%PDF-1.7";
    const auto tried = documents::extract(std::as_bytes(std::span(paper)));
    return !tried.failure || tried.failure->code != "extraction_unavailable";
}

/// The nightly backup, when one is asked for: it can be made, and the last one is of last night.
template <class Check> void check_backups(const Check& check) {
    std::optional<BackupPlan> plan;
    try {
        plan = backup_plan_of_environment();
    } catch (const std::exception& error) {
        check(false, "Réglages de la sauvegarde de nuit", error.what());
    }
    if (!plan) return;
    std::error_code ignored;
    std::filesystem::create_directories(plan->folder, ignored);
    check(::access(plan->folder.c_str(), W_OK) == 0, "Dossier des sauvegardes " + plan->folder.string(),
          "donnez-vous le droit d'y écrire");
    Timestamp newest;
    for (const auto& entry : std::filesystem::directory_iterator(plan->folder, ignored))
        newest = std::max(newest, made_at(entry.path().filename().string()).value_or(Timestamp()));
    constexpr std::int64_t day_and_a_bit = 26 * 3600;
    check(newest.plus_seconds(day_and_a_bit) > Timestamp::now(),
          "Dernière sauvegarde : " + (newest == Timestamp() ? "aucune" : newest.text().substr(0, 16)),
          "elle a plus d'un jour : voyez le journal, les travaux en échec, ou lancez daftar backup");
}

}  // namespace

int audit(Installation& installation, std::ostream& out) {
    bool sound = true;
    for (const auto& organization : organizations(installation)) {
        ledger::AuditReport report;
        installation.run(principal_of(organization), Door::system,
                         [&](Context& context) { report = ledger::audit_books(context); });
        out << organization.name << " : " << report.entries << " écritures, " << report.lines << " lignes, "
            << (report.sound ? "saines" : "ANOMALIES") << "\n";
        for (const auto& finding : report.findings)
            out << "  " << name_of(finding.check) << " " << finding.subject << " : " << finding.message << "\n";
        sound = sound && report.sound;
    }
    return sound ? 0 : 1;
}

std::vector<BookState> book_states(Installation& installation) {
    std::vector<BookState> states;
    for (const auto& organization : organizations(installation))
        installation.run(principal_of(organization), Door::app, [&](Context& context) {
            const auto root = ledger::current_root(context);
            states.push_back({organization.id, root.size, root.root});
        });
    return states;
}

int doctor(const Settings& settings, std::ostream& out) {
    int missing = 0;
    const auto check = [&](bool present, const std::string& what, const std::string& remedy) {
        out << (present ? "  ok      " : "  MANQUE  ") << what << (present ? "" : " — " + remedy) << "\n";
        if (!present) ++missing;
    };
    bool has_postgresql = true;
    try {
        postgresql_programs(settings.data / "postgresql" / "data");
    } catch (const std::exception&) {
        has_postgresql = false;
    }
    check(has_postgresql || !settings.database_url.empty(), "PostgreSQL 15", "apt-get install postgresql-15");
    check(is_installed("gpg"), "GnuPG (sauvegardes chiffrées)", "apt-get install gnupg");
    check(is_installed("tar"), "tar (sauvegardes)", "apt-get install tar");
    check(papers_can_be_read(), "Lecture des papiers (daftar-extract)",
          "installez daftar-extract et daftar-extract-ocr à côté de daftar, ou nommez leur dossier dans "
          "DAFTAR_EXTRACT_FOLDER");
    for (const auto& [code, language] : {std::pair{"fra", "français"}, std::pair{"ara", "arabe"}})
        check(std::filesystem::exists("/usr/share/tesseract-ocr/5/tessdata/" + std::string(code) + ".traineddata"),
              std::string("Tesseract, ") + language, "apt-get install tesseract-ocr-" + std::string(code));
    for (const auto* extension : {"pg_trgm", "unaccent"})
        check(!settings.database_url.empty() || has_extension(extension),
              std::string("Extension de PostgreSQL ") + extension, "apt-get install postgresql-15");
    check(std::filesystem::exists("/usr/share/zoneinfo/Africa/Casablanca"), "Fuseaux horaires",
          "apt-get install tzdata");
    check(std::filesystem::exists("/etc/ssl/certs/ca-certificates.crt"), "Autorités de certification (courrier, S3)",
          "apt-get install ca-certificates");
    if (!settings.database_url.empty()) {
        check(connects(settings.database_url), "La base de DAFTAR_DATABASE_URL répond",
              "vérifiez l'adresse, le mot de passe et que PostgreSQL tourne");
        check(connects(settings.owner_url()), "Le propriétaire de la base (DAFTAR_DATABASE_OWNER_URL) se connecte",
              "vérifiez l'adresse et le mot de passe ; il doit éviter pgbouncer");
    }
    check_backups(check);
    check(!settings.web.empty(), "Application web construite", "cd web && npm ci && npm run build");
    check(std::filesystem::exists("/usr/share/fonts/truetype/dejavu") ||
              std::filesystem::exists("/usr/share/fonts/opentype/inter"),
          "Polices des documents", "apt-get install fonts-inter fonts-dejavu-core fonts-noto-core");
    std::error_code ignored;
    std::filesystem::create_directories(settings.data, ignored);
    check(::access(settings.data.c_str(), W_OK) == 0, "Dossier de données " + settings.data.string(),
          "donnez-vous le droit d'y écrire, ou choisissez-en un autre avec --data");
    out << (missing == 0 ? "Tout est là.\n" : std::to_string(missing) + " élément(s) à installer.\n");
    return missing == 0 ? 0 : 1;
}

int add_user(Installation& installation, const std::string& email, const std::string& name,
             const std::string& role_type, const std::string& password, std::ostream& out) {
    const auto type = enum_from<identity::RoleType>(role_type);
    if (!type) throw std::runtime_error("Rôle inconnu : " + role_type + ".");
    const auto address = identity::account_address(email);
    if (!address) throw std::runtime_error("Adresse non valable : " + email + ".");
    const auto all = organizations(installation);
    installation.run_as_system([&](Context& context) {
        const auto user = identity::add_user(context, {{*address}, name, password, "fr", false});
        for (const auto& organization : all)
            identity::give_role(context, user, {organization.tenant_group_id, organization.id}, *type);
    });
    out << *address << " : " << role_type << " dans " << all.size() << " organisation(s).\n";
    return 0;
}

int export_year(Installation& installation, const std::string& organization, int year,
                const std::filesystem::path& file) {
    std::string text;
    installation.run(organization_named(installation, organization), Door::app,
                     [&](Context& context) { text = to_json_text(ledger::year_to_export(context, year)); });
    std::ofstream out(file, std::ios::binary);
    if (!(out << text).flush()) throw std::runtime_error("Impossible d'écrire " + file.string() + ".");
    return 0;
}

int import_year(Installation& installation, const std::string& organization, const std::filesystem::path& file,
                std::ostream& out) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("Impossible de lire " + file.string() + ".");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    installation.run(organization_named(installation, organization), Door::app, [&](Context& context) {
        const auto report = ledger::import_year(context, text);
        out << "Exercice " << report.year << " : " << report.entries << " écritures, empreinte " << report.content_root
            << "\n";
    });
    return 0;
}

}  // namespace daftar::server
