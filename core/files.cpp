#include "core/files.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <atomic>
#include <fstream>

namespace daftar {
namespace {

namespace fs = std::filesystem;

int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

[[noreturn]] void fail(const char* what, const fs::path& path) {
    throw FileStoreError(std::string(what) + ": " + path.string() + ": " + std::generic_category().message(errno));
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor(const fs::path& path, int flags) : number_(open(path.c_str(), flags | O_CLOEXEC, 0640)), path_(path) {
        if (number_ < 0) fail("cannot open", path);
    }
    ~Descriptor() { close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write_all(std::string_view content) {
        while (!content.empty()) {
            const ssize_t written = write(number_, content.data(), content.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) fail("cannot write", path_);
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() {
        if (fsync(number_) != 0) fail("cannot sync", path_);
    }

private:
    int number_;
    fs::path path_;
};

class FolderFileStore final : public FileStore {
public:
    explicit FolderFileStore(fs::path folder) : folder_(std::move(folder)) {
        fs::create_directories(folder_ / "incoming");
    }

    FileHash put(std::string_view content) override {
        const FileHash hash = FileHash::of(content);
        const fs::path path = path_of(hash);
        // A file of the right size is trusted here: `get` proves its bytes. A shorter one is left from a broken disk.
        std::error_code none;
        if (fs::file_size(path, none) == content.size() && !none) return hash;
        make_folder(path.parent_path());
        static std::atomic<unsigned> counter = 0;
        const fs::path aside =
            folder_ / "incoming" / (hash.text() + "." + std::to_string(getpid()) + "." + std::to_string(++counter));
        try {
            Descriptor file(aside, O_WRONLY | O_CREAT | O_EXCL);
            file.write_all(content);
            file.sync();
            fs::rename(aside, path);
        } catch (...) {
            fs::remove(aside, none);
            throw;
        }
        Descriptor(path.parent_path(), O_RDONLY | O_DIRECTORY).sync();  // the name is durable too
        return hash;
    }

    std::string get(const FileHash& hash) const override {
        std::ifstream file(path_of(hash), std::ios::binary);
        if (!file) throw FileStoreError("no such file: " + hash.text());
        std::string content{std::istreambuf_iterator<char>(file), {}};
        if (FileHash::of(content) != hash) throw FileStoreError("the stored bytes have changed: " + hash.text());
        return content;
    }

    bool has(const FileHash& hash) const override { return fs::exists(path_of(hash)); }

    void remove(const FileHash& hash) override { fs::remove(path_of(hash)); }

private:
    fs::path path_of(const FileHash& hash) const {
        const std::string name = hash.text();
        return folder_ / name.substr(0, 2) / name.substr(2, 2) / name;
    }

    /// Creates the two levels and makes their names durable.
    void make_folder(const fs::path& folder) const {
        if (!fs::create_directories(folder)) return;
        Descriptor(folder.parent_path(), O_RDONLY | O_DIRECTORY).sync();
        Descriptor(folder_, O_RDONLY | O_DIRECTORY).sync();
    }

    fs::path folder_;
};

}  // namespace

FileHash FileHash::of(std::string_view content) {
    FileHash hash;
    crypto_hash_sha256(hash.bytes.data(), reinterpret_cast<const unsigned char*>(content.data()), content.size());
    return hash;
}

std::optional<FileHash> FileHash::parse(std::string_view text) {
    FileHash hash;
    if (text.size() != 2 * hash.bytes.size()) return std::nullopt;
    for (std::size_t index = 0; index < hash.bytes.size(); ++index) {
        const int high = value_of(text[2 * index]), low = value_of(text[2 * index + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        hash.bytes[index] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return hash;
}

std::string FileHash::text() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const auto byte : bytes) out += {digits[byte >> 4], digits[byte & 15]};
    return out;
}

std::unique_ptr<FileStore> folder_file_store(fs::path folder) {
    return std::make_unique<FolderFileStore>(std::move(folder));
}

}  // namespace daftar
