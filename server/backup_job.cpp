#include "server/backup_job.hpp"

#include "core/log.hpp"
#include "identity/notice.hpp"
#include "server/backup_job.sql.hpp"

namespace daftar::server {

struct InstallationKeeper {
    std::string email, name, language;
};
BOOST_DESCRIBE_STRUCT(InstallationKeeper, (), (email, name, language))

namespace {

struct Planned {
    Installation* installation = nullptr;
    BackupPlan plan;
};
Planned& planned() {
    static Planned current;
    return current;
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Lets go what the rule does not keep, in the folder and under the same hash in the bucket.
void remove_superfluous(const BackupPlan& plan) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(plan.folder))
        if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
    for (const auto& name : superfluous(names, plan.keep)) {
        if (plan.to_bucket) remove_from_bucket(plan.folder / name);
        std::filesystem::remove(plan.folder / name);
        log_line(LogLevel::info, "old backup removed", {{"file", (plan.folder / name).string()}});
    }
}

void make_backup(Context&, const Json&) {
    const auto& [installation, plan] = planned();
    if (!installation) throw std::runtime_error("no backup is planned in this process");
    const auto made = back_up(*installation, plan.folder, plan.key);
    log_line(LogLevel::info, "backup made",
             {{"file", made.string()}, {"bytes", static_cast<std::int64_t>(std::filesystem::file_size(made))}});
    if (plan.to_bucket) log_line(LogLevel::info, "backup in the bucket", {{"hash", send_to_bucket(made)}});
    remove_superfluous(plan);
}

/// Nobody looks at a backup until it is needed: who keeps the installation hears of one that failed for good.
void tell_keepers(Context& context, const Json&) {
    const auto reason = context.maybe<sql::last_backup_failure>();
    for (const auto& keeper : context.rows<sql::installation_keepers>())
        identity::send_mail(context, {keeper.email, keeper.name, keeper.language}, "backup_failed",
                            Json::Object{{"date", french(context.today())},
                                         {"reason", reason.value_or("")},
                                         {"link", identity::link_to(context, "/reglages/travaux")}});
}

}  // namespace

std::optional<BackupPlan> backup_plan_of_environment() {
    BackupPlan plan;
    plan.folder = variable("DAFTAR_BACKUP_FOLDER");
    if (plan.folder.empty()) return {};
    if (const auto time = variable("DAFTAR_BACKUP_TIME"); !time.empty()) {
        const bool readable = time.size() == 5 && time[2] == ':' && is_digit(time[0]) && is_digit(time[1]) &&
                              is_digit(time[3]) && is_digit(time[4]);
        if (readable) plan.hour = std::stoi(time.substr(0, 2)), plan.minute = std::stoi(time.substr(3));
        if (!readable || plan.hour > 23 || plan.minute > 59)
            throw std::runtime_error("DAFTAR_BACKUP_TIME : « " + time + " » n'est pas une heure (attendu : 02:30).");
    }
    plan.key = {variable("DAFTAR_BACKUP_PASSPHRASE"), variable("DAFTAR_BACKUP_RECIPIENT")};
    if (plan.key.passphrase.empty() && plan.key.recipient.empty())
        throw std::runtime_error(
            "DAFTAR_BACKUP_FOLDER demande aussi DAFTAR_BACKUP_PASSPHRASE ou DAFTAR_BACKUP_RECIPIENT : une sauvegarde "
            "n'est jamais écrite en clair.");
    if (const auto keep = variable("DAFTAR_BACKUP_KEEP"); !keep.empty()) plan.keep = KeepRule::parse(keep);
    plan.to_bucket = bucket_of_environment("backups/").has_value();
    return plan;
}

Schedule plan_backups(Installation& installation, BackupPlan plan) {
    const Schedule schedule{backup_job.kind, plan.hour, plan.minute, true};
    planned() = {&installation, std::move(plan)};
    return schedule;
}

const JobHandler backup_job{"back_up", make_backup};
const JobHandler failed_backup_job{"back_up:given_up", tell_keepers};

}  // namespace daftar::server
