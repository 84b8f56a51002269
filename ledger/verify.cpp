#include "ledger/verify.hpp"

#include <fstream>
#include <ostream>
#include <sstream>

#include "ledger/canonical_reader.hpp"
#include "ledger/proof.hpp"

namespace daftar::ledger {
namespace {

/// The file cannot be read as what it claims to be.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Json parse(const std::string& text, const std::string& what) {
    auto parsed = parse_json(text);
    if (const auto* fault = std::get_if<JsonFault>(&parsed)) throw Unreadable(what + " : " + fault->message);
    return std::get<Json>(std::move(parsed));
}

template <class T> T described(const Json& json, const std::string& what) {
    Problems problems;
    Reading reading{problems};
    auto value = read_json<T>(json, reading);
    if (!problems.empty()) throw Unreadable(what + ", " + problems.front().path + " : " + problems.front().message);
    return value;
}

Hash hash_from_hex(const std::string& digits) {
    const auto bytes = from_hex(digits);
    if (!bytes || bytes->size() != sizeof(Hash)) throw Unreadable("« " + digits + " » n'est pas une empreinte SHA-256");
    return hash_of_bytes(*bytes);
}

std::vector<Hash> hashes_from_hex(const std::vector<std::string>& texts) {
    std::vector<Hash> hashes;
    for (const auto& text : texts) hashes.push_back(hash_from_hex(text));
    return hashes;
}

/// An exported book, or an earlier one to compare with.
struct Book {
    BookHeader header;
    std::vector<ExportedLeaf> leaves;
};

Book read_book(std::istream& in, const std::string& name) {
    Book book;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty()) continue;
        const auto where = name + " ligne " + std::to_string(number);
        const auto json = parse(line, where);
        if (number == 1)
            book.header = described<BookHeader>(json, where);
        else
            book.leaves.push_back(described<ExportedLeaf>(json, where));
    }
    if (book.header.format != book_format) throw Unreadable(name + " n'est pas un livre exporté");
    return book;
}

class Verification {
public:
    Verification(std::ostream& out, const VerifyOptions& options) : out_(out), options_(options) {}

    bool holds() const { return faults_ == 0; }
    std::size_t faults() const { return faults_; }

    void fault(const std::string& sentence) {
        ++faults_;
        if (faults_ <= printed_max) out_ << "FAUX  " << sentence << "\n";
        if (faults_ == printed_max) out_ << "… la suite n'est pas affichée.\n";
    }
    void fine(const std::string& sentence) { out_ << "OK    " << sentence << "\n"; }

    void check_head(const SignedHead& head) {
        const auto name = "tête de " + std::to_string(head.size) + " écritures du " + head.signed_at.text();
        if (!head.is_genuine()) fault(name + " : signature invalide");
        if (options_.key_id && *options_.key_id != head.key_id)
            fault(name + " : signée par la clé " + head.key_id + ", pas par " + *options_.key_id);
    }

    void check(const InclusionProof& proof) {
        check_head(proof.head);
        const auto fields = read_canonical(proof.canonical);
        const auto name = fields ? fields->name() : "écriture de rang " + std::to_string(proof.leaf_index);
        const auto leaf = leaf_hash(proof.canonical);
        if (hex_of(leaf) != proof.leaf_hash)
            fault(name + " : le texte de l'écriture a été modifié après sa comptabilisation");
        if (!fields)
            fault(name + " : texte canonique illisible");
        else if (fields->head[2] != proof.entry_id.text() ||
                 fields->organization() != proof.head.organization_id.text())
            fault(name + " : le texte parle d'une autre écriture ou d'une autre organisation");
        const bool in_tree =
            proof.leaf_index >= 0 &&
            includes(leaf, static_cast<std::uint64_t>(proof.leaf_index), static_cast<std::uint64_t>(proof.head.size),
                     hashes_from_hex(proof.path), hash_from_hex(proof.head.root));
        if (!in_tree) fault(name + " : le chemin ne mène pas à la racine signée");
        if (holds())
            fine(name + " figure au rang " + std::to_string(proof.leaf_index) + " du livre signé de " +
                 std::to_string(proof.head.size) + " écritures");
    }

    void check(const ConsistencyProof& proof) {
        check_head(proof.head);
        if (proof.first < 1 || proof.second < proof.first ||
            !continues(static_cast<std::uint64_t>(proof.first), hash_from_hex(proof.first_root),
                       static_cast<std::uint64_t>(proof.second), hash_from_hex(proof.second_root),
                       hashes_from_hex(proof.path)))
            fault("le livre de " + std::to_string(proof.second) + " écritures ne prolonge pas celui de " +
                  std::to_string(proof.first));
        if (proof.second == proof.head.size && proof.second_root != proof.head.root)
            fault("la racine n'est pas celle de la tête signée");
        if (holds())
            fine("le livre de " + std::to_string(proof.second) + " écritures prolonge celui de " +
                 std::to_string(proof.first) + " sans rien changer");
    }

    void check(const Book& book) {
        check_leaves(book);
        check_heads(book);
        if (options_.earlier) compare_with_earlier(book);
        if (holds())
            fine(std::to_string(book.leaves.size()) + " écritures intactes, " +
                 std::to_string(book.header.kept.size()) + " têtes signées conservées");
    }

private:
    static constexpr std::size_t printed_max = 200;

    void check_leaves(const Book& book) {
        std::int64_t expected = 0;
        for (const auto& leaf : book.leaves) {
            const auto fields = read_canonical(leaf.text);
            const auto name = fields ? fields->name() : "écriture de rang " + std::to_string(leaf.leaf);
            if (leaf.leaf > expected)
                fault((leaf.leaf == expected + 1 ? "l'écriture de rang " + std::to_string(expected)
                                                 : "les écritures de rang " + std::to_string(expected) + " à " +
                                                       std::to_string(leaf.leaf - 1)) +
                      " manque(nt) avant " + name);
            if (leaf.leaf < expected) fault(name + " : écriture insérée au rang " + std::to_string(leaf.leaf));
            expected = std::max(expected, leaf.leaf + 1);
            if (hex_of(leaf_hash(leaf.text)) != leaf.hash)
                fault(name + " : l'écriture a été modifiée après sa comptabilisation");
            if (!fields) {
                fault(name + " : texte canonique illisible");
                continue;
            }
            if (fields->organization() != book.header.head.organization_id.text())
                fault(name + " : écriture d'une autre organisation");
            if (fields->lines.size() < 2 || fields->balance() != std::int64_t{0})
                fault(name + " : les lignes ne s'équilibrent pas");
        }
        if (expected < book.header.head.size)
            fault("les dernières écritures, du rang " + std::to_string(expected) + " au rang " +
                  std::to_string(book.header.head.size - 1) + ", manquent");
    }

    /// The first head that fails bounds where the book was rewritten.
    void check_heads(const Book& book) {
        auto heads = book.header.kept;
        heads.push_back(book.header.head);
        std::ranges::stable_sort(heads, {}, &SignedHead::size);
        MerkleFrontier log;
        std::int64_t sound = 0;
        for (const auto& head : heads) {
            check_head(head);
            if (head.size < 0 || static_cast<std::size_t>(head.size) > book.leaves.size())
                continue;  // already named as missing entries
            while (static_cast<std::int64_t>(log.size()) < head.size)
                log.append(hash_from_hex(book.leaves[log.size()].hash));
            if (hex_of(log.root()) == head.root) {
                sound = head.size;
            } else {
                fault("le livre ne mène pas à la racine signée le " + head.signed_at.text() +
                      " : une écriture des rangs " + std::to_string(sound) + " à " + std::to_string(head.size - 1) +
                      " a été modifiée, supprimée ou insérée");
                return;
            }
        }
    }

    void compare_with_earlier(const Book& book) {
        std::ifstream in(*options_.earlier);
        const auto earlier = read_book(in, options_.earlier->string());
        std::map<std::int64_t, const ExportedLeaf*> now;
        for (const auto& leaf : book.leaves) now[leaf.leaf] = &leaf;
        for (const auto& leaf : earlier.leaves) {
            const auto before = read_canonical(leaf.text);
            const auto name = before ? before->name() : "écriture de rang " + std::to_string(leaf.leaf);
            const auto found = now.find(leaf.leaf);
            if (found == now.end()) {
                fault(name + " : supprimée depuis l'export précédent");
                continue;
            }
            if (found->second->text == leaf.text) continue;
            const auto after = read_canonical(found->second->text);
            if (before && after)
                for (const auto& difference : differences_between(*before, *after)) fault(name + " : " + difference);
            else
                fault(name + " : texte remplacé depuis l'export précédent");
        }
    }

    std::ostream& out_;
    const VerifyOptions& options_;
    std::size_t faults_ = 0;
};

}  // namespace

bool verify_file(const std::filesystem::path& file, std::ostream& out, const VerifyOptions& options) {
    Verification verification(out, options);
    try {
        std::ifstream in(file, std::ios::binary);
        if (!in) throw Unreadable(file.string() + " ne peut être lu");
        std::string first_line;
        std::getline(in, first_line);
        in.seekg(0);
        if (first_line.find(book_format) != std::string::npos) {
            verification.check(read_book(in, file.filename().string()));
        } else {
            std::ostringstream whole;
            whole << in.rdbuf();
            const auto json = parse(whole.str(), file.filename().string());
            const auto* format = json.find("format");
            const auto* name = format ? format->if_string() : nullptr;
            if (name && *name == inclusion_format)
                verification.check(described<InclusionProof>(json, "preuve"));
            else if (name && *name == consistency_format)
                verification.check(described<ConsistencyProof>(json, "preuve"));
            else
                throw Unreadable(file.filename().string() + " n'est ni une preuve ni un livre exporté de Daftar");
        }
    } catch (const Unreadable& reason) {
        verification.fault(reason.what());
    }
    out << (verification.holds()
                ? "La preuve tient.\n"
                : "La preuve ne tient pas : " + std::to_string(verification.faults()) + " défaut(s).\n");
    return verification.holds();
}

}  // namespace daftar::ledger
