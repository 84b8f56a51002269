// Backups: the database, the papers and the keys in one archive, encrypted with GPG.
#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>

#include "server/installation.hpp"

namespace daftar::server {

/// With what a backup is closed: a passphrase, or the public key of somebody who alone can open it.
struct BackupKey {
    std::string passphrase;
    std::string recipient;  ///< of the user's GPG keyring; wins when both are given
};

/// Writes `daftar-<instant>.tar.gpg` into the folder and returns its path. The database is one consistent picture
/// (pg_dump); its roots stand in the manifest, so that a restore proves itself. Throws with a French sentence.
std::filesystem::path back_up(Installation& installation, const std::filesystem::path& folder, const BackupKey& key);

/// Sends a backup to the S3-compatible bucket of DAFTAR_S3_ENDPOINT, DAFTAR_S3_BUCKET, DAFTAR_S3_REGION,
/// DAFTAR_S3_ACCESS_KEY and DAFTAR_S3_SECRET_KEY, under its hash, which is returned.
std::string send_to_bucket(const std::filesystem::path& backup);
/// Forgets in the bucket the backup that this file is a copy of.
void remove_from_bucket(const std::filesystem::path& backup);
/// Brings a backup back from the bucket.
void fetch_from_bucket(const std::string& hash, const std::filesystem::path& file);

/// Fills an empty data folder from a backup, brings the database to this program's version, audits every book and
/// compares its root with the manifest. Returns 0 when everything holds.
int restore(Settings settings, const std::filesystem::path& backup, const BackupKey& key, std::ostream& out);

}  // namespace daftar::server
