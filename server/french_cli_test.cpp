#include "server/french_cli.hpp"

#include <gtest/gtest.h>

namespace daftar::server {
namespace {

/// What is said of a command line of a small program, up to the line that points to the help.
std::string said_of(std::vector<std::string> words) {
    CLI::App program("Essai");
    speak_french(program);
    program.name("daftar");
    program.require_subcommand(1);
    program.fallthrough();
    std::string text, file, key;
    int count = 0, year = 0;
    program.add_option("--data", text, "dossier");
    auto* serve = program.add_subcommand("serve", "sert");
    serve->add_option("--workers", count, "nombre")->check(between(1, 256));
    serve->add_option("--key", key, "clé")->check(readable_file());
    auto* read = program.add_subcommand("import", "lit");
    read->add_option("fichier", file, "fichier")->required();
    read->add_option("exercice", year, "année");
    std::ranges::reverse(words);  // as CLI11 takes them
    try {
        program.parse(words);
    } catch (const CLI::Success&) {
        return program.help();
    } catch (const CLI::ParseError& error) {
        return explanation_of(error, program);
    }
    return "";
}

TEST(FrenchCli, SaysWhatIsWrongAndWhereHelpIs) {
    EXPECT_EQ(said_of({"serve", "--workers", "4", "--data", "/d"}), "");
    EXPECT_EQ(said_of({}), "Quelle commande ?\nAide : daftar --help");
    EXPECT_EQ(said_of({"serv"}), "Commande inconnue : serv. Vouliez-vous dire « serve » ?\nAide : daftar --help");
    EXPECT_EQ(said_of({"danser"}), "Commande inconnue : danser.\nAide : daftar --help");
    EXPECT_EQ(said_of({"serve", "--worker", "4"}),
              "Option inconnue : --worker. Vouliez-vous dire « --workers » ?\nAide : daftar serve --help");
    EXPECT_EQ(said_of({"serve", "--date", "x"}),
              "Option inconnue : --date. Vouliez-vous dire « --data » ?\nAide : daftar serve --help");
    EXPECT_EQ(said_of({"serve", "4"}), "Argument de trop : 4.\nAide : daftar serve --help");
    EXPECT_EQ(said_of({"serve", "--workers", "0"}),
              "--workers : un nombre de 1 à 256 est attendu, pas « 0 ».\nAide : daftar serve --help");
    EXPECT_EQ(said_of({"serve", "--workers"}), "Il manque une valeur à --workers.\nAide : daftar serve --help");
    EXPECT_EQ(said_of({"serve", "--key", "/nulle/part"}),
              "--key : « /nulle/part » ne peut pas être lu.\nAide : daftar serve --help");
    EXPECT_EQ(said_of({"import"}), "Il manque : fichier.\nAide : daftar import --help");
    EXPECT_EQ(said_of({"import", "f", "abc"}), "Valeur non comprise : exercice = abc.\nAide : daftar import --help");
}

TEST(FrenchCli, HelpHasNoEnglishWord) {
    const auto help = said_of({"--help"});
    EXPECT_NE(help.find("montre cette aide"), std::string::npos);
    for (const auto* word : {"Usage", "SUBCOMMAND", "Print", "TEXT ", "REQUIRED", "required"})
        EXPECT_EQ(help.find(word), std::string::npos) << word << " in\n" << help;
}

}  // namespace
}  // namespace daftar::server
