#include "server/french_cli.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace daftar::server {
namespace {

class FrenchFormatter : public CLI::Formatter {
public:
    FrenchFormatter() {
        label("Usage", "Emploi");
        label("OPTIONS", "OPTIONS");
        label("SUBCOMMAND", "COMMANDE");
        label("SUBCOMMANDS", "COMMANDES");
        label("Positionals", "Arguments");
        label("TEXT", "TEXTE");
        label("INT", "NOMBRE");
        label("UINT", "NOMBRE");
        label("REQUIRED", "(obligatoire)");
        label("Env", "variable");
        column_width(36);
    }
    /// Without the English remark on how many commands are wanted.
    std::string make_description(const CLI::App* app) const override { return app->get_description() + "\n"; }
};

/// How many letters to change, add or leave out to get from one word to the other.
std::size_t distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < to.size(); ++j) {
            const auto replaced = diagonal + (from[i] != to[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// The name meant by a mistyped one, or "".
std::string meant(const std::string& typed, const std::vector<std::string>& names) {
    std::string best;
    std::size_t least = 3;  // more letters apart is another word
    for (const auto& name : names)
        if (const auto apart = distance(typed, name); apart < least) {
            least = apart;
            best = name;
        }
    return best;
}

/// The command reached on the line: "daftar user add".
const CLI::App* reached(const CLI::App& program) {
    const auto* at = &program;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    return at;
}

std::string full_name(const CLI::App* command) {
    std::string name;
    for (; command->get_parent(); command = command->get_parent()) name = " " + command->get_name() + name;
    return "daftar" + name;
}

std::vector<std::string> names_in(const CLI::App* command, bool options) {
    std::vector<std::string> names;
    if (!options)
        for (const auto* sub : command->get_subcommands({})) names.push_back(sub->get_name());
    for (; options && command; command = command->get_parent())
        for (const auto* option : command->get_options())
            for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::string unexpected(const std::vector<std::string>& rest, const CLI::App* command) {
    const auto& word = rest.front();
    const bool is_option = word.starts_with("-");
    const bool wants_command = !is_option && !command->get_subcommands({}).empty();
    const auto instead = meant(word.substr(0, word.find('=')), names_in(command, is_option));
    return (is_option       ? "Option inconnue : "
            : wants_command ? "Commande inconnue : "
                            : "Argument de trop : ") +
           word + "." + (instead.empty() ? "" : " Vouliez-vous dire « " + instead + " » ?");
}

std::string before_words(const std::string& text, const char* words) { return text.substr(0, text.find(words)); }

}  // namespace

void speak_french(CLI::App& program) {
    program.formatter(std::make_shared<FrenchFormatter>());
    program.set_help_flag("-h,--help", "montre cette aide");
}

CLI::Validator between(int least, int most) {
    return CLI::Validator(
        [=](const std::string& text) -> std::string {
            int value = 0;
            const auto* end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data(), end, value);
            if (error == std::errc() && stop == end && value >= least && value <= most) return {};
            return "un nombre de " + std::to_string(least) + " à " + std::to_string(most) + " est attendu, pas « " +
                   text + " »";
        },
        "");
}

CLI::Validator readable_file() {
    return CLI::Validator(
        [](const std::string& file) -> std::string {
            return ::access(file.c_str(), R_OK) == 0 ? "" : "« " + file + " » ne peut pas être lu";
        },
        "");
}

std::string explanation_of(const CLI::ParseError& error, const CLI::App& program) {
    const auto* command = reached(program);
    const std::string said = error.what();
    const auto rest = program.remaining(true);
    std::string sentence;
    if (!rest.empty())
        sentence = unexpected(rest, command);
    else if (dynamic_cast<const CLI::RequiredError*>(&error))
        sentence = command->get_subcommands({}).empty() ? "Il manque : " + before_words(said, " is required") + "."
                                                        : "Quelle commande ?";
    else if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        sentence = "Il manque une valeur à " + before_words(said, ":") + ".";
    else if (dynamic_cast<const CLI::ConversionError*>(&error))
        sentence = "Valeur non comprise :" + said.substr(std::min(said.find(':'), said.size() - 1) + 1) + ".";
    else if (dynamic_cast<const CLI::RequiresError*>(&error))
        sentence = before_words(said, " requires ") + " demande aussi " + said.substr(said.rfind(' ') + 1) + ".";
    else if (dynamic_cast<const CLI::ValidationError*>(&error))
        sentence = before_words(said, ": ") + " : " +
                   (said.find(": ") == std::string::npos ? said : said.substr(said.find(": ") + 2)) + ".";
    else
        sentence = said;
    return sentence + "\nAide : " + full_name(command) + " --help";
}

}  // namespace daftar::server
