// Papers in an S3-compatible bucket, through libcurl.
#include "core/files_s3.hpp"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <fstream>

#include "core/ensure.hpp"

namespace daftar {
namespace {

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

std::size_t receive(char* data, std::size_t, std::size_t size, void* out) {
    static_cast<std::string*>(out)->append(data, size);
    return size;
}

std::size_t send(char* buffer, std::size_t size, std::size_t count, void* left) {
    auto& content = *static_cast<std::string_view*>(left);
    const std::size_t taken = std::min(content.size(), size * count);
    std::memcpy(buffer, content.data(), taken);
    content.remove_prefix(taken);
    return taken;
}

/// Writes what comes to a file and counts it into a hash.
struct Arriving {
    std::ofstream out;
    crypto_hash_sha256_state state;

    explicit Arriving(const std::filesystem::path& file) : out(file, std::ios::binary) {
        crypto_hash_sha256_init(&state);
    }
    FileHash hash() {
        FileHash hash;
        crypto_hash_sha256_final(&state, hash.bytes.data());
        return hash;
    }
    static std::size_t receive(char* data, std::size_t, std::size_t size, void* arriving) {
        auto& self = *static_cast<Arriving*>(arriving);
        crypto_hash_sha256_update(&self.state, reinterpret_cast<const unsigned char*>(data), size);
        return self.out.write(data, static_cast<std::streamsize>(size)) ? size : 0;
    }
};

class S3FileStore final : public FileStore {
public:
    explicit S3FileStore(S3Settings settings) : settings_(std::move(settings)) {
        static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
        ensure(started == CURLE_OK, "libcurl does not start");
    }

    FileHash put(std::string_view content) override {
        const FileHash hash = FileHash::of(content);
        if (has(hash)) return hash;
        std::string_view left = content;
        const auto answer = request("PUT", hash, hash.text(), [&](CURL* easy) {
            curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
            curl_easy_setopt(easy, CURLOPT_READFUNCTION, send);
            curl_easy_setopt(easy, CURLOPT_READDATA, &left);
            curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(content.size()));
        });
        if (answer.status != 200) throw refused("PUT", hash, answer);
        return hash;
    }

    std::string get(const FileHash& hash) const override {
        auto answer = request("GET", hash, no_content().text(), [](CURL*) {});
        if (answer.status == 404) throw FileStoreError("no such file: " + hash.text());
        if (answer.status != 200) throw refused("GET", hash, answer);
        if (FileHash::of(answer.body) != hash) throw FileStoreError("the stored bytes have changed: " + hash.text());
        return std::move(answer.body);
    }

    void fetch(const FileHash& hash, const std::filesystem::path& file) const {
        const auto aside = file.string() + ".part";
        const std::shared_ptr<void> tidy(nullptr, [&](void*) {
            std::error_code gone;
            std::filesystem::remove(aside, gone);
        });
        Arriving arriving(aside);
        if (!arriving.out) throw FileStoreError("cannot write " + aside);
        const auto answer = request("GET", hash, no_content().text(), [&](CURL* easy) {
            curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, Arriving::receive);
            curl_easy_setopt(easy, CURLOPT_WRITEDATA, &arriving);
        });
        if (answer.status == 404) throw FileStoreError("no such file: " + hash.text());
        if (answer.status != 200) throw refused("GET", hash, answer);
        if (!arriving.out.flush()) throw FileStoreError("cannot write " + aside);
        if (arriving.hash() != hash) throw FileStoreError("the stored bytes have changed: " + hash.text());
        std::filesystem::rename(aside, file);
    }

    bool has(const FileHash& hash) const override {
        const auto answer =
            request("HEAD", hash, no_content().text(), [](CURL* easy) { curl_easy_setopt(easy, CURLOPT_NOBODY, 1L); });
        if (answer.status != 200 && answer.status != 404) throw refused("HEAD", hash, answer);
        return answer.status == 200;
    }

    void remove(const FileHash& hash) override {
        const auto answer = request("DELETE", hash, no_content().text(),
                                    [](CURL* easy) { curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "DELETE"); });
        if (answer.status != 204 && answer.status != 200 && answer.status != 404) throw refused("DELETE", hash, answer);
    }

private:
    struct Answer {
        long status = 0;
        std::string body;
    };

    static FileHash no_content() { return FileHash::of(""); }

    static FileStoreError refused(const char* method, const FileHash& hash, const Answer& answer) {
        return FileStoreError(std::string(method) + " " + hash.text() + ": the bucket answers " +
                              std::to_string(answer.status) + " " + answer.body.substr(0, 300));
    }

    template <class Prepare>
    Answer request(const char* method, const FileHash& hash, const std::string& content_hash, Prepare&& prepare) const {
        const Easy easy(curl_easy_init(), curl_easy_cleanup);
        ensure(easy != nullptr, "no libcurl handle");
        const std::string address = settings_.endpoint + "/" + settings_.bucket + "/" + settings_.prefix + hash.text();
        const std::string signer = "aws:amz:" + settings_.region + ":s3";
        const std::string keys = settings_.access_key + ":" + settings_.secret_key;
        // libcurl signs the hash of the content but leaves telling it to us. It signs every header named here, so one
        // that is only removed ("Expect:") would break the signature.
        const Headers headers(curl_slist_append(nullptr, ("x-amz-content-sha256: " + content_hash).c_str()),
                              curl_slist_free_all);
        Answer answer;
        curl_easy_setopt(easy.get(), CURLOPT_URL, address.c_str());
        curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(easy.get(), CURLOPT_AWS_SIGV4, signer.c_str());
        curl_easy_setopt(easy.get(), CURLOPT_USERPWD, keys.c_str());
        curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy.get(), CURLOPT_CONNECTTIMEOUT, 10L);
        curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT, settings_.time_limit_seconds);
        curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, receive);
        curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &answer.body);
        prepare(easy.get());
        const CURLcode code = curl_easy_perform(easy.get());
        if (code != CURLE_OK)
            throw FileStoreError(std::string(method) + " " + hash.text() + ": " + curl_easy_strerror(code));
        curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &answer.status);
        return answer;
    }

    S3Settings settings_;
};

}  // namespace

std::unique_ptr<FileStore> s3_file_store(S3Settings settings) {
    return std::make_unique<S3FileStore>(std::move(settings));
}

void fetch_from_s3(const S3Settings& settings, const FileHash& hash, const std::filesystem::path& file) {
    S3FileStore(settings).fetch(hash, file);
}

}  // namespace daftar
