// Papers kept under the SHA-256 of their bytes: the same file is stored once, and a changed one is noticed.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace daftar {

/// SHA-256 of a file: its name in every store.
struct FileHash {
    std::array<std::uint8_t, 32> bytes{};

    static FileHash of(std::string_view content);
    /// Reads 64 hexadecimal digits.
    static std::optional<FileHash> parse(std::string_view text);
    std::string text() const;
    friend auto operator<=>(const FileHash&, const FileHash&) = default;
};

/// The store has no such file, gave back other bytes, or does not answer.
struct FileStoreError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The virus scanner says no, or nothing at all: the file is not kept.
struct FileNotClean : FileStoreError {
    FileNotClean(bool found, const std::string& report) : FileStoreError(report), infected(found) {}
    bool infected;  ///< false: the scanner does not work
};

/// Where papers are kept. Safe to use from several threads.
class FileStore {
public:
    virtual ~FileStore() = default;
    /// Keeps the bytes durably before it returns; keeping them again changes nothing.
    virtual FileHash put(std::string_view content) = 0;
    /// The bytes, checked against their hash. Throws FileStoreError.
    virtual std::string get(const FileHash& hash) const = 0;
    virtual bool has(const FileHash& hash) const = 0;
    /// Forgets the bytes; a file that is not there is no failure.
    virtual void remove(const FileHash& hash) = 0;
};

/// A folder: `ab/cd/abcd…`, each file written aside, synced and renamed, so that a crash leaves no half file.
std::unique_ptr<FileStore> folder_file_store(std::filesystem::path folder);

/// A bucket of an S3-compatible service, signed with AWS Signature Version 4.
struct S3Settings {
    std::string endpoint;  ///< "https://s3.eu-west-3.amazonaws.com", without the bucket
    std::string bucket;
    std::string region = "us-east-1";
    std::string access_key, secret_key;
    std::string prefix = {};  ///< put before every name: "papers/"
    long time_limit_seconds = 60;
};
std::unique_ptr<FileStore> s3_file_store(S3Settings settings);

/// Keeps new files in `present`; those of before are still read from `earlier`. For an installation that moves from its
/// folder to a bucket.
std::unique_ptr<FileStore> moved_file_store(std::unique_ptr<FileStore> present, std::unique_ptr<FileStore> earlier);

/// Shows every file to the scanner (see core/files_scan.hpp) before it is kept; throws FileNotClean.
std::unique_ptr<FileStore> scanned_file_store(std::unique_ptr<FileStore> store, std::string scan_command);

}  // namespace daftar
