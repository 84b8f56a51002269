// The program: reads the command line and hands over.
#include <iostream>

#include "core/migrate.hpp"
#include "core/problem.hpp"
#include "ledger/verify.hpp"
#include "server/backup.hpp"
#include "server/commands.hpp"
#include "server/demo.hpp"
#include "server/french_cli.hpp"
#include "server/modules.hpp"
#include "server/serve.hpp"

namespace {

using namespace daftar;
using namespace daftar::server;

void say(const std::string& line) { std::cout << line << std::endl; }

constexpr int wrong_use = 2;

/// One of a few words, refused with a French sentence.
template <class E> CLI::Validator one_of(const std::map<std::string, E>& words) {
    return CLI::Validator(
        [words](std::string& text) -> std::string {
            const auto found = words.find(text);
            if (found == words.end()) return "« " + text + " » n'est pas une des valeurs possibles";
            text = std::to_string(static_cast<int>(found->second));
            return {};
        },
        "");
}

CLI::Validator listen_address() {
    return CLI::Validator(
        [](const std::string& text) -> std::string {
            try {
                Settings settings;
                set_listen(settings, text);
            } catch (const std::exception& error) {
                return error.what();
            }
            return {};
        },
        "");
}

/// What a command does once the command line is read.
using Action = std::function<int(Settings&)>;

CLI::App* command(CLI::App& program, const char* name, const char* description, const char* example, Action& chosen,
                  Action action) {
    auto* sub = program.add_subcommand(name, description);
    sub->group("Commandes");
    sub->footer(std::string("Exemple : ") + example +
                "\nOptions de toutes les commandes (--data, --log-format…) : daftar --help");
    sub->callback([&chosen, action = std::move(action)] { chosen = action; });
    return sub;
}

int run(int argc, char** argv) {
    CLI::App program("Daftar : la comptabilité de ceux qui gardent l'argent des autres.");
    speak_french(program);
    program.name("daftar");
    program.set_version_flag("--version", "Daftar 1.0.0", "montre la version");
    program.footer("Exemple : daftar serve --demo\nChaque commande a la sienne : daftar serve --help");
    program.require_subcommand(1);
    program.fallthrough();
    auto settings = default_settings();
    std::string listen, file, organization, email, name, role = "Accountant", password, key_id, earlier;
    int year = 0;
    bool no_limits = false, no_prepare = false;
    program.add_option("--data", settings.data, "dossier de données")->envname("DAFTAR_DATA");
    program.add_flag("--demo", settings.demonstration, "la base de démonstration");
    program.add_flag("--no-prepare", no_prepare, "sans requêtes préparées (pgbouncer en mode transaction)");
    program
        .add_option("--log-format", settings.log.format,
                    "text ou json ; sans rien, text sur un terminal et json ailleurs")
        ->envname("DAFTAR_LOG_FORMAT")
        ->type_name("FORMAT")
        ->transform(one_of<LogFormat>({{"text", LogFormat::text}, {"json", LogFormat::json}}));
    program
        .add_option("--log-level", settings.log.from,
                    "à partir de : debug, info, warning ou error ; sans rien, warning sur un terminal et info ailleurs")
        ->envname("DAFTAR_LOG_LEVEL")
        ->type_name("NIVEAU")
        ->transform(one_of<LogLevel>({{"debug", LogLevel::debug},
                                      {"info", LogLevel::info},
                                      {"warning", LogLevel::warning},
                                      {"error", LogLevel::error}}));
    int slow_query_ms = static_cast<int>(settings.log.slow_query.count());
    program.add_option("--slow-query", slow_query_ms, "note les requêtes SQL plus longues, en millisecondes")
        ->envname("DAFTAR_SLOW_QUERY_MS")
        ->check(between(0, 600'000));
    Action chosen;

    auto* serve_command = command(program, "serve", "sert l'application sur une adresse",
                                  "daftar serve --listen 127.0.0.1:8080", chosen, [&](Settings& given) {
                                      if (!listen.empty()) set_listen(given, listen);
                                      given.rate_limits = !no_limits;
                                      know_public_address(given);
                                      given.join_running_server = false;
                                      Installation installation(given, say);
                                      return serve(installation);
                                  });
    serve_command->add_option("--listen", listen, "adresse:port (127.0.0.1:8080 sans rien)")->check(listen_address());
    serve_command->add_option("--workers", settings.http.workers, "requêtes traitées à la fois")
        ->check(between(1, 256));
    serve_command->add_option("--io-threads", settings.http.io_threads, "fils d'entrée-sortie")->check(between(1, 16));
    serve_command->add_option("--web", settings.web, "dossier de l'application web construite");
    auto* certificate =
        serve_command->add_option("--certificate", settings.http.certificate_file, "certificat TLS (PEM)")
            ->check(readable_file());
    auto* certificate_key =
        serve_command->add_option("--key", settings.http.key_file, "clé du certificat (PEM)")->check(readable_file());
    certificate->needs(certificate_key);
    certificate_key->needs(certificate);
    serve_command->add_option("--public-address", settings.public_address,
                              "adresse vue de l'extérieur, pour les liens");
    serve_command
        ->add_option(
            "--trusted-proxy", settings.http.trusted_proxies,
            "adresse d'un mandataire dont l'en-tête X-Forwarded-For est cru (plusieurs : séparées par des virgules)")
        ->delimiter(',')
        ->expected(1)
        ->take_all()
        ->envname("DAFTAR_TRUSTED_PROXY");
    serve_command->add_flag("--allow-remote-demo", settings.allow_remote_demonstration,
                            "accepte la démonstration au-delà de cette machine");
    serve_command->add_flag("--no-rate-limits", no_limits, "sans limite de débit (essais de charge)");

    command(program, "worker", "exécute les travaux en attente, sans servir de pages", "daftar worker --jobs 4", chosen,
            [](Settings& given) {
                given.http.workers = 1;
                Installation installation(given, say);
                return work(installation);
            })
        ->add_option("--jobs", settings.job_threads, "travaux exécutés à la fois")
        ->check(between(1, 64));
    command(program, "migrate", "met la base à jour", "daftar migrate", chosen, [](Settings& given) {
        Installation installation(given, say);
        return 0;
    });
    command(program, "roles", "écrit le SQL qui prépare une base externe, pour son superutilisateur",
            "daftar roles | psql -h db.exemple -U postgres daftar", chosen, [](Settings&) {
                std::cout << roles_script();
                return 0;
            });
    command(program, "demo", "charge la démonstration", "daftar demo", chosen, [](Settings& given) {
        given.demonstration = true;
        Installation installation(given, say);
        load_demonstration(installation, say);
        print_demonstration_accounts(std::cout);
        return 0;
    });
    command(program, "audit", "prouve les livres depuis leurs lignes", "daftar audit", chosen, [](Settings& given) {
        Installation installation(given);
        return audit(installation, std::cout);
    });
    command(program, "doctor", "dit ce qui manque sur cette machine", "daftar doctor", chosen,
            [](Settings& given) { return doctor(given, std::cout); });
    command(program, "openapi", "écrit la description de l'API", "daftar openapi > openapi.json", chosen,
            [](Settings&) {
                std::cout << openapi_text() << "\n";
                return 0;
            });
    auto* verify = command(program, "verify", "vérifie une preuve sans la base", "daftar verify preuve.json", chosen,
                           [&](Settings&) {
                               ledger::VerifyOptions options;
                               if (!key_id.empty()) options.key_id = key_id;
                               if (!earlier.empty()) options.earlier = earlier;
                               return ledger::verify_file(file, std::cout, options) ? 0 : 1;
                           });
    verify->add_option("fichier", file, "preuve ou livre exporté (page « Preuves »)")->required();
    verify->add_option("--key-id", key_id, "clé imprimée sur le papier");
    verify->add_option("--earlier", earlier, "export plus ancien auquel comparer");
    auto* export_command = command(program, "export", "écrit un exercice en JSON",
                                   "daftar export 'Les Érables' 2025 2025.json", chosen, [&](Settings& given) {
                                       Installation installation(given);
                                       return export_year(installation, organization, year, file);
                                   });
    auto* import_command = command(program, "import", "lit un exercice dans des livres vides",
                                   "daftar import 'Les Érables' 2025.json", chosen, [&](Settings& given) {
                                       Installation installation(given);
                                       return import_year(installation, organization, file, std::cout);
                                   });
    for (auto* sub : {export_command, import_command})
        sub->add_option("organisation", organization, "nom ou identifiant")->required();
    export_command->add_option("exercice", year, "année")->required();
    for (auto* sub : {export_command, import_command}) sub->add_option("fichier", file, "fichier JSON")->required();
    std::string target, hash;
    BackupKey key;
    bool to_bucket = false;
    auto* backup = command(program, "backup", "sauvegarde chiffrée",
                           "DAFTAR_BACKUP_PASSPHRASE=… daftar backup /sauvegardes", chosen, [&](Settings& given) {
                               Installation installation(given);
                               const auto made = back_up(installation, target, key);
                               std::cout << made.string() << "\n";
                               if (to_bucket) std::cout << "Empreinte dans le seau : " << send_to_bucket(made) << "\n";
                               return 0;
                           });
    backup->add_option("dossier", target, "où l'écrire")->required();
    backup->add_flag("--s3", to_bucket, "envoie aussi vers le stockage S3 (variables DAFTAR_S3_…)");
    auto* restore_command =
        command(program, "restore", "restaure une sauvegarde et la prouve",
                "daftar restore sauvegarde.tar.gpg --data /var/lib/daftar-2", chosen, [&](Settings& given) {
                    if (!hash.empty()) fetch_from_bucket(hash, target);
                    return restore(given, target, key, std::cout);
                });
    restore_command->add_option("fichier", target, "sauvegarde")->required();
    restore_command->add_option("--s3", hash, "empreinte : prend d'abord la sauvegarde dans le stockage S3");
    for (auto* sub : {backup, restore_command}) {
        sub->add_option("--passphrase", key.passphrase, "phrase secrète")->envname("DAFTAR_BACKUP_PASSPHRASE");
        sub->add_option("--recipient", key.recipient, "clé publique GPG")->envname("DAFTAR_BACKUP_RECIPIENT");
    }
    auto* user = program.add_subcommand("user", "les personnes");
    user->group("Commandes");
    user->footer("Exemple : daftar user add --help");
    user->require_subcommand(1);
    auto* add = command(*user, "add", "ajoute une personne",
                        "DAFTAR_PASSWORD=… daftar user add a@b.be --name 'Nora K.'", chosen, [&](Settings& given) {
                            Installation installation(given);
                            return add_user(installation, email, name, role, password, std::cout);
                        });
    add->add_option("adresse", email, "adresse électronique")->required();
    add->add_option("--name", name, "nom");
    add->add_option("--role", role, "rôle dans chaque organisation");
    add->add_option("--password", password, "mot de passe")->envname("DAFTAR_PASSWORD")->required();

    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return program.exit(help);
    } catch (const CLI::ParseError& error) {
        std::cerr << explanation_of(error, program) << "\n";
        return wrong_use;
    }
    settings.log.slow_query = std::chrono::milliseconds(slow_query_ms);
    start_log(settings.log);
    settings.prepare_statements = !no_prepare;
    return chosen(settings);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const daftar::Refused& refused) {
        std::cerr << refused.message << "\n";
    } catch (const daftar::BadInput& bad) {
        for (const auto& problem : bad.problems) std::cerr << problem.path << " : " << problem.message << "\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
    }
    return 1;
}
