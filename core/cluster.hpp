// A private PostgreSQL cluster under the data folder: created, run, supervised and stopped by this process.
#pragma once
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace daftar {

struct ClusterSettings {
    /// The data folder. The cluster lives in `folder/postgresql`; the rest of the folder stays the caller's.
    std::filesystem::path folder;
    /// Gives up durability (fsync off): only for tests, whose clusters are thrown away.
    bool fast_for_tests = false;
    /// When another process already runs the cluster of this folder, use it instead of refusing: for workers and for
    /// commands beside a running server.
    bool join = false;
};

/// The cluster cannot be created or started; `what()` is a French sentence for the person who starts the server.
struct ClusterUnavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// PostgreSQL on a Unix socket only (no TCP port), as an unprivileged user, in a 0700 folder: who can reach the socket
/// (the database user and root) is trusted. A lock on the data folder refuses a second server. A PostgreSQL that dies
/// is started again and recovers by itself; it never outlives this process.
class PrivateCluster {
public:
    /// The bootstrap superuser's role, for `conninfo`.
    static constexpr std::string_view superuser = "postgres";

    /// Creates the cluster when the folder has none, starts it and returns once it answers. Throws ClusterUnavailable.
    explicit PrivateCluster(ClusterSettings settings);
    ~PrivateCluster();
    PrivateCluster(const PrivateCluster&) = delete;
    PrivateCluster& operator=(const PrivateCluster&) = delete;

    /// A libpq connection string for the database and role, through the cluster's socket.
    std::string conninfo(std::string_view database, std::string_view role) const;
    /// Whether another process runs it: it stops when that one does.
    bool is_joined() const;
    /// Stops PostgreSQL cleanly (open transactions are rolled back) and frees the data folder. May be called again.
    void stop();

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

/// /var/lib/daftar for root, else $XDG_DATA_HOME/daftar or ~/.local/share/daftar.
std::filesystem::path default_data_folder();

}  // namespace daftar
