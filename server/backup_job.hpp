// The nightly encrypted backup.
#pragma once
#include <optional>

#include "core/job_runner.hpp"
#include "server/backup.hpp"
#include "server/backup_rotation.hpp"

namespace daftar::server {

/// What DAFTAR_BACKUP_FOLDER, DAFTAR_BACKUP_TIME ("02:30", UTC) and DAFTAR_BACKUP_PASSPHRASE or DAFTAR_BACKUP_RECIPIENT
/// ask for; nothing without a folder. Throws with a French sentence when the time or the key is missing.
struct BackupPlan {
    std::filesystem::path folder;
    BackupKey key;
    int hour = 2, minute = 30;
    bool to_bucket = false;  ///< DAFTAR_S3_ENDPOINT is set
    KeepRule keep;           ///< DAFTAR_BACKUP_KEEP, "7,4,12"
};
std::optional<BackupPlan> backup_plan_of_environment();

/// From now on the job of this process backs this installation up; the schedule that queues it.
Schedule plan_backups(Installation& installation, BackupPlan plan);

extern const JobHandler backup_job;
/// After its last attempt: a mail to whoever keeps the installation.
extern const JobHandler failed_backup_job;

}  // namespace daftar::server
