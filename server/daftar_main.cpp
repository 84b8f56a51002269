// The program: reads the command line and hands over.
#include <CLI/CLI.hpp>
#include <iostream>

#include "core/problem.hpp"
#include "ledger/verify.hpp"
#include "server/backup.hpp"
#include "server/commands.hpp"
#include "server/demo.hpp"
#include "server/modules.hpp"
#include "server/serve.hpp"

namespace {

using namespace daftar;
using namespace daftar::server;

void say(const std::string& line) { std::cout << line << std::endl; }

/// What a command does once the command line is read.
using Action = std::function<int(Settings&)>;

CLI::App* command(CLI::App& program, const char* name, const char* description, const char* example, Action& chosen,
                  Action action) {
    auto* sub = program.add_subcommand(name, description);
    sub->footer(std::string("Exemple : ") + example);
    sub->callback([&chosen, action = std::move(action)] { chosen = action; });
    return sub;
}

int run(int argc, char** argv) {
    CLI::App program("Daftar : la comptabilité de ceux qui gardent l'argent des autres.");
    program.require_subcommand(1);
    program.fallthrough();
    auto settings = default_settings();
    std::string listen, file, organization, email, name, role = "Accountant", password, key_id, earlier;
    int year = 0;
    bool no_limits = false, no_prepare = false;
    program.add_option("--data", settings.data, "dossier de données")->envname("DAFTAR_DATA");
    program.add_flag("--demo", settings.demonstration, "la base de démonstration");
    program.add_flag("--no-prepare", no_prepare, "sans requêtes préparées (pgbouncer en mode transaction)");
    Action chosen;

    auto* serve_command = command(program, "serve", "sert l'application", "daftar serve --listen 127.0.0.1:8080",
                                  chosen, [&](Settings& given) {
                                      if (!listen.empty()) set_listen(given, listen);
                                      given.rate_limits = !no_limits;
                                      given.join_running_server = false;
                                      Installation installation(given, say);
                                      return serve(installation);
                                  });
    serve_command->add_option("--listen", listen, "adresse:port");
    serve_command->add_option("--workers", settings.http.workers, "requêtes traitées à la fois")
        ->check(CLI::Range(1, 256));
    serve_command->add_option("--io-threads", settings.http.io_threads, "fils d'entrée-sortie")
        ->check(CLI::Range(1, 16));
    serve_command->add_option("--web", settings.web, "dossier de l'application web construite");
    serve_command->add_option("--certificate", settings.http.certificate_file, "certificat TLS (PEM)");
    serve_command->add_option("--key", settings.http.key_file, "clé du certificat (PEM)");
    serve_command->add_option("--public-address", settings.public_address,
                              "adresse vue de l'extérieur, pour les liens");
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
        ->check(CLI::Range(1, 64));
    command(program, "migrate", "met la base à jour", "daftar migrate", chosen, [](Settings& given) {
        Installation installation(given, say);
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
    verify->add_option("file", file, "preuve ou export")->required();
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
        sub->add_option("organization", organization, "nom ou identifiant")->required();
    export_command->add_option("year", year, "exercice")->required();
    for (auto* sub : {export_command, import_command}) sub->add_option("file", file, "fichier")->required();
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
    backup->add_option("folder", target, "dossier")->required();
    backup->add_flag("--s3", to_bucket, "envoie aussi vers le stockage S3 (variables DAFTAR_S3_…)");
    auto* restore_command =
        command(program, "restore", "restaure une sauvegarde et la prouve",
                "daftar restore sauvegarde.tar.gpg --data /var/lib/daftar-2", chosen, [&](Settings& given) {
                    if (!hash.empty()) fetch_from_bucket(hash, target);
                    return restore(given, target, key, std::cout);
                });
    restore_command->add_option("file", target, "sauvegarde")->required();
    restore_command->add_option("--s3", hash, "empreinte : prend d'abord la sauvegarde dans le stockage S3");
    for (auto* sub : {backup, restore_command}) {
        sub->add_option("--passphrase", key.passphrase, "phrase secrète")->envname("DAFTAR_BACKUP_PASSPHRASE");
        sub->add_option("--recipient", key.recipient, "clé publique GPG")->envname("DAFTAR_BACKUP_RECIPIENT");
    }
    auto* user = program.add_subcommand("user", "les personnes");
    user->require_subcommand(1);
    auto* add = command(*user, "add", "ajoute une personne",
                        "DAFTAR_PASSWORD=… daftar user add a@b.be --name 'Nora K.'", chosen, [&](Settings& given) {
                            Installation installation(given);
                            return add_user(installation, email, name, role, password, std::cout);
                        });
    add->add_option("email", email, "adresse")->required();
    add->add_option("--name", name, "nom");
    add->add_option("--role", role, "rôle dans chaque organisation");
    add->add_option("--password", password, "mot de passe")->envname("DAFTAR_PASSWORD")->required();

    CLI11_PARSE(program, argc, argv);
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
