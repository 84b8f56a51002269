#include "server/settings.hpp"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <fstream>

#include "core/cluster.hpp"
#include "core/ensure.hpp"

namespace daftar::server {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The web application beside the sources of a build, or where an installation puts it.
std::filesystem::path find_web() {
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    for (const auto* place : {"../../web/dist", "../share/daftar/web"}) {
        const auto folder = program.parent_path() / place;
        if (std::filesystem::exists(folder / "index.html", ignored)) return std::filesystem::canonical(folder);
    }
    return {};
}

}  // namespace

Settings default_settings() {
    Settings settings;
    settings.log = usual_log_settings();
    const auto data = environment("DAFTAR_DATA"), web = environment("DAFTAR_WEB");
    settings.data = data.empty() ? default_data_folder() : std::filesystem::path(data);
    settings.database_url = environment("DAFTAR_DATABASE_URL");
    settings.database_owner_url = environment("DAFTAR_DATABASE_OWNER_URL");
    settings.public_address = environment("DAFTAR_PUBLIC_ADDRESS");
    settings.scan_command = environment("DAFTAR_VIRUS_SCAN");
    settings.web = web.empty() ? find_web() : std::filesystem::path(web);
    return settings;
}

std::optional<S3Settings> bucket_of_environment(const std::string& prefix) {
    S3Settings bucket;
    bucket.endpoint = environment("DAFTAR_S3_ENDPOINT");
    if (bucket.endpoint.empty()) return {};
    const auto needed = [](const char* name) {
        auto value = environment(name);
        if (value.empty()) throw std::runtime_error(std::string("La variable ") + name + " manque.");
        return value;
    };
    bucket.bucket = needed("DAFTAR_S3_BUCKET");
    bucket.access_key = needed("DAFTAR_S3_ACCESS_KEY");
    bucket.secret_key = needed("DAFTAR_S3_SECRET_KEY");
    if (const auto region = environment("DAFTAR_S3_REGION"); !region.empty()) bucket.region = region;
    bucket.prefix = prefix;
    return bucket;
}

void set_listen(Settings& settings, const std::string& text) {
    const auto colon = text.rfind(':');
    unsigned port = 0;
    const auto* end = text.data() + text.size();
    if (colon == std::string::npos || std::from_chars(text.data() + colon + 1, end, port).ptr != end || port > 65'535)
        throw std::runtime_error("« " + text + " » n'est pas une adresse d'écoute (attendu : 127.0.0.1:8080)");
    settings.http.address = colon == 0 ? "127.0.0.1" : text.substr(0, colon);
    settings.http.port = static_cast<std::uint16_t>(port);
}

void know_public_address(Settings& settings) {
    const bool has_certificate = !settings.http.certificate_file.empty();
    const bool is_one_address = settings.http.address != "0.0.0.0" && settings.http.address != "::";
    if (settings.public_address.empty() && settings.http.port != 0 && is_one_address)
        settings.public_address = (has_certificate ? "https://" : "http://") + settings.http.address + ":" +
                                  std::to_string(settings.http.port);
    settings.http.is_secure = has_certificate || settings.public_address.starts_with("https://");
}

std::string load_or_create_secret(const std::filesystem::path& folder) {
    std::array<char, 32> secret;
    const auto file = folder / "secret";
    if (std::ifstream in(file, std::ios::binary); in) {
        if (!in.read(secret.data(), secret.size()) || in.peek() != EOF)
            throw std::runtime_error("Le fichier " + file.string() + " est abîmé : 32 octets étaient attendus.");
        return std::string(secret.data(), secret.size());
    }
    ensure(getrandom(secret.data(), secret.size(), 0) == static_cast<ssize_t>(secret.size()), "no randomness");
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0 || write(descriptor, secret.data(), secret.size()) != static_cast<ssize_t>(secret.size()) ||
        fsync(descriptor) != 0)
        throw std::runtime_error("Impossible d'écrire " + file.string() + ".");
    close(descriptor);
    return std::string(secret.data(), secret.size());
}

}  // namespace daftar::server
