#include "documents/reading/lexicon.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "documents/reading/fold.hpp"
#include "documents/reading/lexicon_table.hpp"

namespace daftar::documents {
namespace {

struct Phrase {
    std::vector<std::string> words;
    int entry = 0;
};
/// Phrases by their first word, longest first.
using PhraseBook = std::unordered_map<std::string, std::vector<Phrase>>;

void add(PhraseBook& book, std::string_view phrases, int entry) {
    for (std::size_t from = 0; from < phrases.size();) {
        const auto to = std::min(phrases.find('|', from), phrases.size());
        Phrase phrase;
        phrase.entry = entry;
        auto rest = phrases.substr(from, to - from);
        while (!rest.empty()) {
            const auto space = std::min(rest.find(' '), rest.size());
            phrase.words.emplace_back(rest.substr(0, space));
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
        book[phrase.words.front()].push_back(std::move(phrase));
        from = to + 1;
    }
}

template <class Table> PhraseBook make_book(const Table& table) {
    PhraseBook book;
    int entry = 0;
    for (const auto& row : table) add(book, row.phrases, entry++);
    for (auto& [first, phrases] : book)
        std::stable_sort(phrases.begin(), phrases.end(),
                         [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
    return book;
}

struct PlacedWord {
    std::string word;
    int token;
};

std::vector<PlacedWord> placed_words(const Layout& layout, int first, int last) {
    std::vector<PlacedWord> out;
    for (int i = first; i <= last; ++i)
        for (auto& word : label_words(layout.tokens[static_cast<std::size_t>(i)].text))
            out.push_back({std::move(word), i});
    return out;
}

/// How many words of the text the phrase takes from `at`, 0 when it is not there.
std::size_t match(const std::vector<PlacedWord>& text, std::size_t at, const std::vector<std::string>& phrase) {
    std::size_t i = at;
    for (const auto& word : phrase) {
        while (i < text.size() && text[i].word != word && i > at && is_filler(text[i].word)) ++i;
        if (i >= text.size() || text[i].word != word) return 0;
        ++i;
    }
    return i - at;
}

struct Match {
    std::size_t taken = 0;
    int entry = -1;
};

Match longest_at(const PhraseBook& book, const std::vector<PlacedWord>& words, std::size_t at) {
    Match longest;
    if (const auto found = book.find(words[at].word); found != book.end())
        for (const auto& phrase : found->second)
            if (const auto taken = match(words, at, phrase.words); taken > longest.taken)
                longest = {taken, phrase.entry};
    return longest;
}

bool names_total(int entry) {
    const auto meaning = lexicon[entry].meaning;
    return meaning >= Meaning::excluding_tax && meaning <= Meaning::due;
}

/// "Montant total hors taxes": "total hors taxes", which begins inside "montant total", says more.
bool continued_by_longer(const PhraseBook& book, const std::vector<PlacedWord>& words, std::size_t at) {
    const auto here = longest_at(book, words, at);
    if (here.taken == 0 || !names_total(here.entry)) return false;
    for (std::size_t next = at + 1; next < at + here.taken; ++next)
        if (const auto longer = longest_at(book, words, next);
            longer.taken > here.taken && next + longer.taken > at + here.taken && names_total(longer.entry))
            return true;
    return false;
}

}  // namespace

bool is_filler(std::string_view word) {
    static constexpr std::array<std::string_view, 24> fillers{"de", "du",  "des", "d",   "la",  "le",  "les",  "l",
                                                              "of", "the", "van", "der", "die", "das", "den",  "het",
                                                              "en", "et",  "in",  "eur", "dh",  "mad", "your", "votre"};
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

std::vector<std::string> label_words(std::string_view text) {
    std::vector<std::string> out;
    const auto folded = fold(text);
    for (std::size_t from = 0; from <= folded.size();) {
        const auto to = std::min(folded.find_first_of("'/+&", from), folded.size());
        auto word = label_word(std::string_view(folded).substr(from, to - from));
        from = to + 1;
        if (!has_digit(word)) std::erase(word, '-');
        if (word == "no" || word == "nr" || word == "num" || word == "numero" || word == "#" || word == "nummer" ||
            word == "number" || word == "n" || word == "nos")
            word = "n°";
        else if (word.size() > 1 && word.back() == '#') {  // "invoice#"
            word.pop_back();
            out.push_back(word);
            word = "n°";
        } else if (word.starts_with("n°") && word.size() > 3 && !has_digit(word)) {  // "n°tva"
            out.push_back("n°");
            word.erase(0, 3);
        }
        // Compounds: "Verkoopfactuur", "Schlussrechnung" are invoices; a credit note keeps its own word.
        for (const std::string_view noun : {"factuur", "rechnung"})
            if (word.size() > noun.size() && word.ends_with(noun) && !word.starts_with("credit")) word = noun;
        if (!word.empty()) out.push_back(std::move(word));
    }
    return out;
}

std::vector<Label> find_labels(const Layout& layout) {
    static const PhraseBook book = make_book(lexicon);
    std::vector<Label> out;
    for (const auto& segment : layout.segments) {
        const auto words = placed_words(layout, segment.first, segment.last);
        for (std::size_t i = 0; i < words.size();) {
            const auto found = book.find(words[i].word);
            std::size_t longest = 0;
            if (found != book.end() && !continued_by_longer(book, words, i)) {
                for (const auto& phrase : found->second) {
                    const auto taken = match(words, i, phrase.words);
                    if (taken == 0 || taken < longest) continue;
                    longest = taken;
                    const auto& row = lexicon[phrase.entry];
                    const int first = words[i].token, last = words[i + taken - 1].token;
                    out.push_back({row.meaning, row.weight, first, last, layout.area(first, last), i == 0});
                }
            }
            i += std::max<std::size_t>(longest, 1);
        }
    }
    return out;
}

std::string_view column_of(const Layout& layout, int first, int last, int& word_count) {
    static const PhraseBook book = make_book(column_lexicon);
    const auto words = placed_words(layout, first, last);
    word_count = 0;
    if (words.empty()) return "";
    const auto found = book.find(words[0].word);
    if (found == book.end()) return "";
    for (const auto& phrase : found->second) {
        if (const auto taken = match(words, 0, phrase.words); taken > 0) {
            word_count = words[taken - 1].token - first + 1;
            return column_lexicon[phrase.entry].column;
        }
    }
    return "";
}

}  // namespace daftar::documents
