// File stores made of others: one that moved, one behind the virus scanner.
#include "core/files.hpp"
#include "core/files_scan.hpp"

namespace daftar {
namespace {

class MovedFileStore final : public FileStore {
public:
    MovedFileStore(std::unique_ptr<FileStore> present, std::unique_ptr<FileStore> earlier)
        : present_(std::move(present)), earlier_(std::move(earlier)) {}

    FileHash put(std::string_view content) override { return present_->put(content); }
    std::string get(const FileHash& hash) const override {
        return earlier_->has(hash) ? earlier_->get(hash) : present_->get(hash);
    }
    bool has(const FileHash& hash) const override { return earlier_->has(hash) || present_->has(hash); }
    void remove(const FileHash& hash) override {
        present_->remove(hash);
        earlier_->remove(hash);
    }

private:
    std::unique_ptr<FileStore> present_, earlier_;
};

class ScannedFileStore final : public FileStore {
public:
    ScannedFileStore(std::unique_ptr<FileStore> store, std::string command)
        : store_(std::move(store)), command_(std::move(command)) {}

    FileHash put(std::string_view content) override {
        const auto result = scan_file(command_, content);
        if (result.verdict != ScanResult::Verdict::clean)
            throw FileNotClean(result.verdict == ScanResult::Verdict::infected, result.report);
        return store_->put(content);
    }
    std::string get(const FileHash& hash) const override { return store_->get(hash); }
    bool has(const FileHash& hash) const override { return store_->has(hash); }
    void remove(const FileHash& hash) override { store_->remove(hash); }

private:
    std::unique_ptr<FileStore> store_;
    std::string command_;
};

}  // namespace

std::unique_ptr<FileStore> moved_file_store(std::unique_ptr<FileStore> present, std::unique_ptr<FileStore> earlier) {
    return std::make_unique<MovedFileStore>(std::move(present), std::move(earlier));
}

std::unique_ptr<FileStore> scanned_file_store(std::unique_ptr<FileStore> store, std::string scan_command) {
    return std::make_unique<ScannedFileStore>(std::move(store), std::move(scan_command));
}

}  // namespace daftar
