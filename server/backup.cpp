#include "server/backup.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <ostream>

#include "core/cluster_process.hpp"
#include "core/files_s3.hpp"
#include "core/migrate.hpp"
#include "ledger/auditor.hpp"
#include "server/commands.hpp"

namespace daftar::server {
namespace {

namespace fs = std::filesystem;

/// What a backup says of itself.
struct BackupManifest {
    std::string format;  ///< "daftar-backup-1"
    Timestamp made_at;
    std::string database;
    std::vector<BookState> books;
};
BOOST_DESCRIBE_STRUCT(BackupManifest, (), (format, made_at, database, books))

constexpr const char* format_name = "daftar-backup-1";

/// A folder that only we can enter and that goes with this object.
class PrivateFolder {
public:
    explicit PrivateFolder(const fs::path& parent) {
        auto pattern = (parent / "backup-XXXXXX").string();
        if (!mkdtemp(pattern.data())) throw std::runtime_error("Impossible d'écrire dans " + parent.string() + ".");
        path = pattern;
    }
    ~PrivateFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    fs::path path;
};

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("Impossible de lire " + file.string() + ".");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_content(const fs::path& file, std::string_view text) {
    std::ofstream out(file, std::ios::binary);
    if (!(out << text).flush()) throw std::runtime_error("Impossible d'écrire " + file.string() + ".");
}

/// Runs a program to its end as ourselves; its own words are the reason of a failure.
void run_program(const fs::path& folder, std::vector<std::string> arguments) {
    const auto log = folder / "program.log";
    const auto name = fs::path(arguments.front()).filename().string();
    const auto process = start_program({std::move(arguments), folder, log, 0}, {"", geteuid(), getegid()});
    const auto status = wait_for_end(process, std::chrono::hours(24));
    if (!status || !WIFEXITED(*status) || WEXITSTATUS(*status) != 0)
        throw std::runtime_error(name + " a échoué : " + content_of(log));
}

/// The keyring of whoever runs the program; programs are started without an environment.
fs::path own_keyring() {
    if (const char* home = std::getenv("GNUPGHOME"); home && *home) return home;
    const char* home = std::getenv("HOME");
    if (!home || !*home)
        throw std::runtime_error("La variable HOME (ou GNUPGHOME) manque : où est le trousseau du destinataire ?");
    return fs::path(home) / ".gnupg";
}

std::vector<std::string> gpg(const fs::path& folder, const BackupKey& key) {
    std::vector<std::string> arguments = {"/usr/bin/gpg", "--batch", "--yes", "--no-tty"};
    if (!key.recipient.empty()) {
        arguments.insert(arguments.end(), {"--homedir", own_keyring().string()});
        return arguments;
    }
    if (key.passphrase.empty())
        throw std::runtime_error(
            "Donnez une phrase secrète (DAFTAR_BACKUP_PASSPHRASE) ou un destinataire (--recipient).");
    write_content(folder / "passphrase", key.passphrase);
    fs::create_directory(folder / "gnupg");
    fs::permissions(folder / "gnupg", fs::perms::owner_all);
    for (const auto& more :
         {std::string("--homedir"), (folder / "gnupg").string(), std::string("--pinentry-mode"),
          std::string("loopback"), std::string("--passphrase-file"), (folder / "passphrase").string()})
        arguments.push_back(more);
    return arguments;
}

/// The same address with its password in a file of the folder: every user of the machine sees a program's arguments.
std::string without_password(const fs::path& folder, const std::string& conninfo) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parts(PQconninfoParse(conninfo.c_str(), nullptr),
                                                                             &PQconninfoFree);
    if (!parts) throw std::runtime_error("L'adresse de la base de données n'est pas lisible.");
    const auto escaped = [](std::string_view text, std::string_view marks) {
        std::string out;
        for (const char c : text) {
            if (marks.find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
        return out;
    };
    std::string out;
    const auto say = [&](const char* keyword, std::string_view value) {
        out += std::string(keyword) + "='" + escaped(value, "'\\") + "' ";
    };
    for (const auto* part = parts.get(); part->keyword; ++part) {
        if (!part->val) continue;
        if (std::string_view(part->keyword) != "password") {
            say(part->keyword, part->val);
            continue;
        }
        const auto file = folder / "pgpass";
        write_content(file, "*:*:*:*:" + escaped(part->val, ":\\") + "\n");
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        say("passfile", file.string());
    }
    return out;
}

/// Fills an empty database. A dump names no owners, but the functions that look past row security need theirs back.
void load_dump(const fs::path& work, const Settings& settings, const std::string& owner) {
    constexpr const char* give_back = R"(
do $$
declare name regprocedure;
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant daftar_system to %I', current_user);
  end if;
  grant create on schema public to daftar_system;
  for name in select p.oid from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace loop
    execute format('alter function %s owner to daftar_system', name);
  end loop;
  revoke create on schema public from daftar_system;
end $$)";
    const auto programs = postgresql_programs(settings.data / "postgresql" / "data");
    run_program(work, {(programs / "pg_restore").string(), "--no-owner", "--exit-on-error", "--dbname=" + owner,
                       (work / "database.dump").string()});
    run_program(work, {(programs / "psql").string(), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1",
                       "--dbname=" + owner, "--command", give_back});
}

/// A dump fills what is empty; loading it over books would end half-way.
void refuse_filled_database(const std::string& owner) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(owner.c_str()), &PQfinish);
    const SqlResult found(
        PQexec(connection.get(),
               "select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1"),
        &PQclear);
    if (PQresultStatus(found.get()) != PGRES_TUPLES_OK)
        throw std::runtime_error(std::string("La base de données ne répond pas : ") + PQerrorMessage(connection.get()));
    if (PQntuples(found.get()) > 0)
        throw std::runtime_error(
            "La base de DAFTAR_DATABASE_URL n'est pas vide : restaurez dans une base neuve (createdb).");
}

S3Settings bucket_settings() {
    auto bucket = bucket_of_environment("backups/");
    if (!bucket) throw std::runtime_error("La variable DAFTAR_S3_ENDPOINT manque.");
    bucket->time_limit_seconds = 24 * 3600;  // a backup may be large, a line slow
    return *std::move(bucket);
}

/// A file's bytes without a copy of them: a backup may be larger than the memory.
class MappedFile {
public:
    explicit MappedFile(const fs::path& file) : size_(fs::file_size(file)) {
        const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor >= 0) {
            place_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
            close(descriptor);
        }
        if (place_ == MAP_FAILED) throw std::runtime_error("Impossible de lire " + file.string() + ".");
    }
    ~MappedFile() { munmap(place_, size_); }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    std::string_view bytes() const { return {static_cast<const char*>(place_), size_}; }

private:
    std::size_t size_;
    void* place_ = MAP_FAILED;
};

}  // namespace

fs::path back_up(Installation& installation, const fs::path& folder, const BackupKey& key) {
    const auto& settings = installation.settings();
    fs::create_directories(folder);
    const PrivateFolder work(settings.data);
    const auto now = Timestamp::now();
    // The roots are read before the dump: what is posted meanwhile is in the dump, and only grows the books.
    const BackupManifest manifest{format_name, now, settings.database(), book_states(installation)};
    write_content(work.path / "manifest.json", to_json_text(manifest));
    const auto programs = postgresql_programs(settings.data / "postgresql" / "data");
    run_program(work.path, {(programs / "pg_dump").string(), "--format=custom", "--no-owner",
                            "--file=" + (work.path / "database.dump").string(),
                            without_password(work.path, installation.owner_conninfo())});
    fs::create_directories(settings.data / "papers");
    run_program(work.path,
                {"/usr/bin/tar", "-cf", (work.path / "archive.tar").string(), "-C", work.path.string(), "manifest.json",
                 "database.dump", "-C", settings.data.string(), "papers", "secret", "signing-key"});

    auto stamp = now.text().substr(0, 19);
    std::erase(stamp, ':');
    const auto target = fs::absolute(folder) / ("daftar-" + stamp + ".tar.gpg");
    auto arguments = gpg(work.path, key);
    const std::vector<std::string> how =
        key.recipient.empty()
            ? std::vector<std::string>{"--symmetric", "--cipher-algo", "AES256"}
            : std::vector<std::string>{"--trust-model", "always", "--encrypt", "--recipient", key.recipient};
    arguments.insert(arguments.end(), how.begin(), how.end());
    for (const auto& more : {std::string("--output"), target.string() + ".part", (work.path / "archive.tar").string()})
        arguments.push_back(more);
    run_program(work.path, arguments);
    fs::permissions(target.string() + ".part", fs::perms::owner_read | fs::perms::owner_write);
    fs::rename(target.string() + ".part", target);
    return target;
}

std::string send_to_bucket(const fs::path& backup) {
    return s3_file_store(bucket_settings())->put(MappedFile(backup).bytes()).text();
}

void remove_from_bucket(const fs::path& backup) {
    s3_file_store(bucket_settings())->remove(FileHash::of(MappedFile(backup).bytes()));
}

void fetch_from_bucket(const std::string& hash, const fs::path& file) {
    const auto known = FileHash::parse(hash);
    if (!known) throw std::runtime_error("« " + hash + " » n'est pas l'empreinte d'une sauvegarde.");
    fetch_from_s3(bucket_settings(), *known, file);
}

int restore(Settings settings, const fs::path& backup, const BackupKey& key, std::ostream& out) {
    fs::create_directories(settings.data);
    if (fs::exists(settings.data / "postgresql") || fs::exists(settings.data / "secret"))
        throw std::runtime_error("Le dossier " + settings.data.string() +
                                 " n'est pas vide : restaurez dans un autre (--data).");
    if (!settings.database_url.empty()) refuse_filled_database(settings.owner_url());
    const PrivateFolder work(settings.data);
    auto arguments = gpg(work.path, key);
    for (const auto& more : {std::string("--decrypt"), std::string("--output"), (work.path / "archive.tar").string(),
                             fs::absolute(backup).string()})
        arguments.push_back(more);
    run_program(work.path, arguments);
    run_program(work.path, {"/usr/bin/tar", "-xf", (work.path / "archive.tar").string(), "-C", work.path.string()});
    const auto manifest = from_json_text<BackupManifest>(content_of(work.path / "manifest.json"));
    if (manifest.format != format_name) throw std::runtime_error("Ce fichier n'est pas une sauvegarde de Daftar.");
    settings.demonstration = manifest.database == "daftar_demo";
    for (const auto* name : {"papers", "secret", "signing-key"}) fs::rename(work.path / name, settings.data / name);
    if (!settings.database_url.empty()) {
        create_server_roles(settings.owner_url());
        load_dump(work.path, settings, without_password(work.path, settings.owner_url()));
    } else {
        PrivateCluster cluster({settings.data, false});
        const auto owner = [&](const std::string& database) {
            return cluster.conninfo(database, PrivateCluster::superuser);
        };
        create_database(owner("postgres"), settings.database());
        create_server_roles(owner("postgres"));
        load_dump(work.path, settings, owner(settings.database()));
    }
    Installation installation(settings);
    const int audited = audit(installation, out);
    const auto states = book_states(installation);
    bool same = states.size() == manifest.books.size();
    for (const auto& before : manifest.books) {
        const auto found = std::ranges::find(states, before.organization, &BookState::organization);
        const bool holds = found != states.end() &&
                           (found->size > before.size || (found->size == before.size && found->root == before.root));
        if (!holds) out << before.organization.text() << " : l'empreinte n'est pas celle de la sauvegarde.\n";
        same = same && holds;
    }
    out << (audited == 0 && same ? "Sauvegarde du " + manifest.made_at.text() + " restaurée et prouvée.\n"
                                 : std::string("La restauration ne prouve pas les livres.\n"));
    return audited == 0 && same ? 0 : 1;
}

}  // namespace daftar::server
