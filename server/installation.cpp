#include "server/installation.hpp"

#include "core/job_runner.hpp"
#include "core/migrate.hpp"
#include "identity/identity.hpp"
#include "server/modules.hpp"

namespace daftar::server {

Installation::Installation(Settings settings, const std::function<void(const std::string&)>& report)
    : settings_(std::move(settings)) {
    const auto say = [&](const std::string& line) {
        if (report) report(line);
    };
    std::filesystem::create_directories(settings_.data);
    std::string server_conninfo;
    if (settings_.database_url.empty()) {
        say("Démarrage de PostgreSQL dans " + settings_.data.string());
        cluster_ =
            std::make_unique<PrivateCluster>(ClusterSettings{settings_.data, false, settings_.join_running_server});
        create_database(cluster_->conninfo("postgres", PrivateCluster::superuser), settings_.database());
        owner_conninfo_ = cluster_->conninfo(settings_.database(), PrivateCluster::superuser);
        server_conninfo = listen_conninfo_ = cluster_->conninfo(settings_.database(), "daftar_server");
    } else {
        server_conninfo = settings_.database_url;
        owner_conninfo_ = listen_conninfo_ = settings_.owner_url();
    }
    const int applied = migrate(owner_conninfo_, [&](const std::string& name) { say("Migration " + name); });
    database_is_new_ = applied > 0;

    files_ = folder_file_store(settings_.data / "papers");
    if (auto bucket = bucket_of_environment("papers/"))
        files_ = moved_file_store(s3_file_store(*std::move(bucket)), std::move(files_));
    if (!settings_.scan_command.empty()) files_ = scanned_file_store(std::move(files_), settings_.scan_command);
    signing_key_ = std::make_unique<SigningKey>(SigningKey::load_or_create(settings_.data / "signing-key"));
    services_.files = files_.get();
    services_.signing_key = signing_key_.get();
    services_.secret = load_or_create_secret(settings_.data);
    services_.public_address = settings_.public_address;
    // One connection a worker and a job thread, and a few for what listens or administrates.
    pool_ = std::make_unique<ConnectionPool>(server_conninfo, settings_.http.workers + settings_.job_threads + 2,
                                             settings_.prepare_statements);
    app_ = std::make_unique<App>(*pool_, services_, all_modules(), identity::authenticate);
}

void Installation::run(const Principal& principal, Door door, const std::function<void(Context&)>& act) {
    static const Request request = [] {
        Request none;
        none.id = "command";
        return none;
    }();
    auto connection = pool_->acquire();
    Context context(*connection, door, principal, services_, request, false);
    act(context);
    context.commit();
}

}  // namespace daftar::server
