#include "core/cluster.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

#include "core/cluster_config.hpp"
#include "core/cluster_process.hpp"

namespace daftar {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// A libpq value in quotes.
std::string conninfo_value(std::string_view value) {
    std::string text = "'";
    for (const char letter : value) {
        if (letter == '\'' || letter == '\\') text += '\\';
        text += letter;
    }
    return text + "'";
}

std::string content(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Makes a folder of `user` that nobody else but root can enter; refuses one that somebody else put there.
void make_private_folder(const fs::path& folder, const DatabaseUser& user) {
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        throw ClusterUnavailable("Impossible de créer le dossier " + folder.string() + " : " +
                                 std::system_category().message(errno) + ".");
    }
    struct stat status {};
    if (lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        throw ClusterUnavailable(folder.string() + " n'est pas un dossier.");
    }
    if (status.st_uid == 0 && user.user != 0 && lchown(folder.c_str(), user.user, user.group) == 0)
        status.st_uid = user.user;
    if (status.st_uid != user.user || chmod(folder.c_str(), 0700) != 0) {
        throw ClusterUnavailable(
            "Le dossier " + folder.string() + " n'appartient pas à l'utilisateur " + user.name +
            " qui fait tourner PostgreSQL. Relancez avec le même utilisateur que la première fois.");
    }
}

/// Nothing when another process holds the folder and `join` allows that.
std::optional<int> lock_folder(const fs::path& folder, bool join) {
    const auto file = folder / "daftar.lock";
    const int lock = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0)
        throw ClusterUnavailable("Impossible d'écrire dans " + folder.string() + " : " +
                                 std::system_category().message(errno) + ".");
    if (flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
    close(lock);
    if (join) return std::nullopt;
    throw ClusterUnavailable("Un autre serveur daftar utilise déjà le dossier " + folder.string() +
                             ". Arrêtez-le d'abord, ou choisissez un autre dossier de données.");
}

}  // namespace

struct PrivateCluster::Running {
    ClusterSettings settings;
    DatabaseUser user = database_user();
    fs::path cluster, data, socket, programs;
    int lock = -1;
    bool joined = false;  // another process runs PostgreSQL
    std::mutex mutex;
    std::condition_variable changed;
    bool answered = false;  // PostgreSQL has answered at least once
    std::string failure;    // why it never did
    std::atomic<bool> stopping = false;
    std::thread supervisor;  // starts PostgreSQL, so that PostgreSQL stops when this process dies

    explicit Running(ClusterSettings chosen) : settings(std::move(chosen)) {}
    ~Running() {
        if (lock >= 0) close(lock);
    }

    void prepare();
    void wait_for_the_other_process() const;
    void create_cluster();
    void clear_what_a_killed_server_left();
    void supervise();
    pid_t start() const;
    bool wait_until_it_answers(pid_t postmaster, std::string& why_not) const;
    void report(std::string why_it_failed);
};

void PrivateCluster::Running::prepare() {
    std::error_code failed;
    const bool folder_is_new = fs::create_directories(settings.folder, failed);
    if (failed)
        throw ClusterUnavailable("Impossible de créer le dossier " + settings.folder.string() + " : " +
                                 failed.message() + ".");
    settings.folder = fs::canonical(settings.folder);
    if (folder_is_new) chmod(settings.folder.c_str(), geteuid() == 0 ? 0711 : 0700);
    if (const auto closed = first_closed_folder(settings.folder, user); !closed.empty()) {
        throw ClusterUnavailable(
            "Le dossier " + closed.string() + " est fermé à l'utilisateur " + user.name +
            " qui fait tourner PostgreSQL. Choisissez un dossier de données ailleurs, par exemple /var/lib/daftar.");
    }
    const auto locked = lock_folder(settings.folder, settings.join);
    joined = !locked;
    lock = locked.value_or(-1);
    cluster = settings.folder / "postgresql";
    data = cluster / "data";
    socket = socket_folder_for(cluster, geteuid() == 0 && fs::exists("/run") ? "/run" : "/tmp");
    if (joined) return wait_for_the_other_process();
    make_private_folder(cluster, user);
    make_private_folder(socket, user);
    programs = postgresql_programs(data);
}

void PrivateCluster::Running::wait_for_the_other_process() const {
    const auto address =
        "host=" + conninfo_value(socket.string()) + " port=5432 dbname=postgres user=postgres connect_timeout=5";
    const auto deadline = std::chrono::steady_clock::now() + 60s;  // it may be creating or recovering
    while (PQping(address.c_str()) != PQPING_OK) {
        if (std::chrono::steady_clock::now() > deadline)
            throw ClusterUnavailable("Un autre processus daftar utilise le dossier " + settings.folder.string() +
                                     ", mais sa base ne répond pas.");
        std::this_thread::sleep_for(100ms);
    }
}

void PrivateCluster::Running::create_cluster() {
    const auto unfinished = cluster / "unfinished";  // a creation that was cut off leaves no half-made `data`
    fs::remove_all(unfinished);
    const auto output = cluster / "initdb.log";
    ProgramStart initdb{{(programs / "initdb").string(), "-D", unfinished.string(), "-U", std::string(superuser),
                         "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu",
                         "--icu-locale=fr", "--data-checksums", "--no-instructions"},
                        cluster,
                        output};
    if (settings.fast_for_tests) initdb.arguments.push_back("--no-sync");
    const pid_t process = start_program(initdb, user);
    const auto status = wait_for_end(process, 180s);
    if (!status) kill(process, SIGKILL);
    if (!status || *status != 0) throw ClusterUnavailable("La création de la base a échoué. " + content(output));
    fs::rename(unfinished, data);
}

void PrivateCluster::Running::clear_what_a_killed_server_left() {
    if (const auto left = running_postmaster(data); left && !end_left_postmaster(*left)) {
        throw ClusterUnavailable("Un PostgreSQL laissé par un serveur tué (processus " + std::to_string(*left) +
                                 ") ne s'arrête pas.");
    }
    // Without a live postmaster its pid files only confuse the next one when their number was taken by another program.
    for (const auto& stale : {data / "postmaster.pid", socket / ".s.PGSQL.5432.lock", socket / ".s.PGSQL.5432"})
        fs::remove(stale);
}

pid_t PrivateCluster::Running::start() const {
    return start_program({.arguments = {(programs / "postgres").string(), "-D", data.string()},
                          .working_folder = cluster,
                          .output = cluster / "start.log",
                          .signal_when_parent_dies = SIGINT},
                         user);
}

bool PrivateCluster::Running::wait_until_it_answers(pid_t postmaster, std::string& why_not) const {
    const auto address =
        "host=" + conninfo_value(socket.string()) + " port=5432 dbname=postgres user=postgres connect_timeout=5";
    // No time limit while PostgreSQL lives: recovery after a crash takes what it takes.
    while (!stopping) {
        if (wait_for_end(postmaster, 0ms)) {
            why_not = content(cluster / "start.log");
            return false;
        }
        if (PQping(address.c_str()) == PQPING_OK) return true;
        std::this_thread::sleep_for(25ms);
    }
    return true;
}

void PrivateCluster::Running::report(std::string why_it_failed) {
    const std::lock_guard guard(mutex);
    failure = std::move(why_it_failed);
    answered = answered || failure.empty();
    changed.notify_all();
}

void PrivateCluster::Running::supervise() {
    constexpr int attempts_max = 50;  // 10 s: processes of a killed PostgreSQL let go of its memory within that
    for (int attempt = 1; !stopping; ++attempt) {
        try {
            clear_what_a_killed_server_left();
            const pid_t postmaster = start();
            std::string why_not;
            const bool answers = wait_until_it_answers(postmaster, why_not);
            if (answers) {
                report({});
                attempt = 1;
                while (!stopping && !wait_for_end(postmaster, 100ms)) {}
                if (stopping && !wait_for_end(postmaster, 0ms)) {
                    kill(postmaster, SIGINT);  // fast shutdown: roll back, checkpoint, end
                    if (!wait_for_end(postmaster, 60s)) kill(postmaster, SIGQUIT);
                    if (!wait_for_end(postmaster, 10s)) kill(postmaster, SIGKILL);
                }
            } else if (attempt >= attempts_max || why_not.find("still in use") == std::string::npos) {
                report("PostgreSQL ne démarre pas. " + why_not);
                if (!answered) return;
            }
        } catch (const std::exception& failed) {
            report(failed.what());
            if (!answered) return;
        }
        for (int wait = 0; wait < 8 && !stopping; ++wait) std::this_thread::sleep_for(25ms);
    }
}

PrivateCluster::PrivateCluster(ClusterSettings settings) : running_(std::make_unique<Running>(std::move(settings))) {
    running_->prepare();
    if (running_->joined) return;
    if (!fs::exists(running_->data / "PG_VERSION")) running_->create_cluster();
    {
        std::ofstream configuration(running_->data / "postgresql.conf", std::ios::trunc);
        configuration << server_configuration(
            {running_->socket, memory_available_bytes(), running_->settings.fast_for_tests});
        if (!configuration.flush()) throw ClusterUnavailable("Impossible d'écrire la configuration de PostgreSQL.");
    }
    running_->supervisor = std::thread([running = running_.get()] { running->supervise(); });
    std::unique_lock guard(running_->mutex);
    running_->changed.wait(guard, [&] { return running_->answered || !running_->failure.empty(); });
    if (!running_->answered) {
        const auto failure = running_->failure;
        guard.unlock();
        running_->supervisor.join();
        throw ClusterUnavailable(failure);
    }
}

PrivateCluster::~PrivateCluster() { stop(); }

bool PrivateCluster::is_joined() const { return running_->joined; }

std::string PrivateCluster::conninfo(std::string_view database, std::string_view role) const {
    return "host=" + conninfo_value(running_->socket.string()) + " port=5432 dbname=" + conninfo_value(database) +
           " user=" + conninfo_value(role);
}

void PrivateCluster::stop() {
    if (!running_ || !running_->supervisor.joinable()) return;
    running_->stopping = true;
    running_->supervisor.join();
    std::error_code kept;
    if (running_->socket.parent_path() != running_->cluster)
        fs::remove(running_->socket, kept);  // ours alone, and empty now
    close(running_->lock);
    running_->lock = -1;
}

fs::path default_data_folder() {
    if (geteuid() == 0) return "/var/lib/daftar";
    if (const char* home = getenv("XDG_DATA_HOME"); home && *home) return fs::path(home) / "daftar";
    if (const char* home = getenv("HOME"); home && *home) return fs::path(home) / ".local/share/daftar";
    throw ClusterUnavailable("Aucun dossier personnel : indiquez un dossier de données.");
}

}  // namespace daftar
