// The job that reads a paper: extraction in the sandboxed child, then the pure reading, then what is kept of it.
#include "core/files.hpp"
#include "core/job_runner.hpp"
#include "core/text_cut.hpp"
#include "documents/extract/extract.hpp"
#include "documents/learning.hpp"
#include "documents/paper.hpp"
#include "documents/paper.sql.hpp"
#include "documents/plan.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {

struct KnownSupplier {
    Id<registry::Party> id;
    std::string name;
    std::vector<registry::Identifier> identifiers;
};
BOOST_DESCRIBE_STRUCT(KnownSupplier, (), (id, name, identifiers))

namespace {

/// The reader's names of the registry's identifiers.
constexpr std::pair<registry::IdentifierKind, const char*> identifier_names[] = {
    {registry::IdentifierKind::ice, "ma_ice"},           {registry::IdentifierKind::fiscal_id, "ma_if"},
    {registry::IdentifierKind::trade_register, "ma_rc"}, {registry::IdentifierKind::professional_tax, "ma_patente"},
    {registry::IdentifierKind::cnss, "ma_cnss"},         {registry::IdentifierKind::be_enterprise, "be_enterprise"},
    {registry::IdentifierKind::siren, "fr_siren"},       {registry::IdentifierKind::siret, "fr_siret"},
    {registry::IdentifierKind::vat, "eu_vat"},
};

std::string words_of(const ExtractedDocument& document) {
    std::string words;
    for (const auto& page : document.pages)
        for (const auto& word : page.words) words += word.text + ' ';
    return words;
}

/// Points to a tenth: what a screen can show.
Decimal points(float length) { return {static_cast<std::int64_t>(length * 10 + 0.5f), 1}; }

std::optional<Money> total_of(const InvoiceReading& reading, Currency books) {
    if (!reading.total_including_tax) return {};
    const auto total = reading.total_including_tax->value.normalized();
    return Money::exactly(total, books);
}

}  // namespace

ReadingKnowledge knowledge_of(Context& context) {
    ReadingKnowledge known;
    // A residence says more than its organization, and comes first. A short name may be anybody's.
    for (auto& name : context.rows<sql::names_of_buildings>(context.organization()))
        if (name.size() >= 8) known.ourselves.push_back({"", {std::move(name)}, {}});
    KnownParty own{"", {context.one<sql::organization_name>(context.organization())}, {}};
    for (const auto& value : context.rows<sql::own_identifiers>(context.organization()))
        for (const auto& [kind, name] : identifier_names)  // of whatever kind: no paper of ours is an expense
            own.identifiers.push_back({name, registry::canonical(value)});
    known.ourselves.push_back(std::move(own));
    known.layouts = learned_layouts(context);
    for (auto& supplier : context.rows<sql::known_suppliers>(context.organization())) {
        KnownParty party{supplier.id.text(), {std::move(supplier.name)}, {}};
        for (const auto& identifier : supplier.identifiers)
            for (const auto& [kind, name] : identifier_names)
                if (identifier.kind == kind) party.identifiers.push_back({name, identifier.value});
        known.suppliers.push_back(std::move(party));
    }
    known.received_on = context.today();
    known.currency = context.currency().code();
    return known;
}

registry::SupplierClues clues_of(const InvoiceReading& reading) {
    registry::SupplierClues clues;
    clues.name = reading.issuer.name ? reading.issuer.name->value : "";
    for (const auto& identifier : reading.issuer.identifiers)
        for (const auto& [kind, name] : identifier_names)
            if (identifier.kind == name) clues.identifiers.push_back({kind, identifier.text.value});
    if (reading.payment_iban)
        clues.iban = reading.payment_iban->value;
    else if (reading.payment_rib)
        clues.iban = reading.payment_rib->value;
    return clues;
}

namespace {

constexpr int attempts_max = 3;  // of a job

/// Failures of the machine rather than of the file.
bool may_pass(std::string_view code) {
    return code == "extraction_interrupted" || code == "extraction_unavailable" || code == "file_unavailable";
}

ExtractedDocument extracted(Context& context, const StoredPaper& paper) {
    try {
        const auto bytes = context.services().files->get(*FileHash::parse(to_hex(paper.file_hash.value)));
        return extract(std::as_bytes(std::span(bytes.data(), bytes.size())), {},
                       [&](int pages, int of) { report_progress(context, pages, std::max(of, 1)); });
    } catch (const FileStoreError&) {
        ExtractedDocument none;
        none.failure = ExtractFailure{"file_unavailable",
                                      "Le fichier n'a pas pu être repris du stockage : « Relire » recommence.", 0};
        return none;
    }
}

void read_paper(Context& context, const Json& payload) {
    const auto id = Uuid::parse(*payload.find("id")->if_string());
    const auto paper = context.maybe<sql::lock_paper>(context.organization(), *id);
    if (!paper || paper->status == PaperStatus::posted || paper->status == PaperStatus::refused) return;
    const auto document = extracted(context, *paper);
    const auto done = [&](const char* status) {
        publish(context, "document", Json::Object{{"id", id->text()}, {"status", status}});
    };
    if (document.failure) {
        // Not the file's fault: the job ends here and comes again, twice; then the reason is shown.
        if (may_pass(document.failure->code) && context.one<sql::attempts_of_reading>(id->text()) < attempts_max)
            throw std::runtime_error(document.failure->code);
        context.later<sql::store_failure>(
            context.organization(), *id,
            PaperFailure{document.failure->code, document.failure->message, document.failure->page});
        return done("failed");
    }
    const bool has_words = std::ranges::any_of(document.pages, [](const auto& page) { return !page.words.empty(); });
    if (!has_words && document.embedded_files.empty()) {
        context.later<sql::store_failure>(
            context.organization(), *id,
            PaperFailure{
                "no_text",
                "Aucun mot lisible : la page est blanche, ou l'image trop sombre ou trop floue. Le papier peut "
                "être rattaché à une écriture, ou envoyé à nouveau, mieux éclairé.",
                document.pages.size() == 1 ? 1 : 0});
        return done("failed");
    }
    const auto known = knowledge_of(context);
    const auto reading = read_invoice(document, known);
    if (document.media_type == "application/xml" && !reading.from_e_invoice) {
        context.later<sql::store_failure>(
            context.organization(), *id,
            PaperFailure{"not_an_e_invoice",
                         "Ce XML n'est pas une facture électronique UBL ou CII lisible (un DOCTYPE est refusé).", 0});
        return done("failed");
    }
    std::optional<Id<registry::Party>> supplier;
    if (const auto recognised = Uuid::parse(reading.issuer.known_id))
        supplier = Id<registry::Party>{*recognised};
    else if (const auto found = registry::find_supplier(context, clues_of(reading)))
        supplier = found->party_id;

    const auto words = words_of(document);
    // What was bought says more than what the paper's small print mentions.
    std::string bought = reading.issuer.name ? reading.issuer.name->value + " " : "";
    for (const auto& line : reading.lines) bought += line.label.value + " ";
    auto category = category_of(bought);
    if (category == "other") category = category_of(words);
    if (supplier)
        if (const auto usual = registry::party(context, *supplier).default_category) category = *usual;
    const auto fields = fields_of(reading, category);
    std::vector<PaperPage> pages;
    for (const auto& page : document.pages) pages.push_back({page.number, points(page.width), points(page.height)});
    const auto* issuer = find_field(fields, "issuer_name");
    const auto* number = find_field(fields, "number");
    context.later<sql::store_reading>(
        context.organization(), *id, name_of(reading.type), to_json_text(pages), to_json_text(fields),
        to_json_text(taxes_of(reading)), supplier, issuer ? issuer->value : "", number ? number->value : "",
        reading.issue_date ? std::optional(reading.issue_date->value) : std::nullopt,
        total_of(reading, context.currency()), reading.currency ? std::optional(reading.currency->value) : std::nullopt,
        paper->filename + " " + first_characters(words, 200'000));
    context.later<sql::store_words>(context.organization(), *id, to_json(document));
    done("review");
}

/// Nobody reads the paper any more: a person may have it read again, or put it aside.
void leave_unread(Context& context, const Json& payload, const char* code, const char* sentence) {
    const auto id = Uuid::parse(*payload.find("id")->if_string());
    const auto paper = context.maybe<sql::lock_paper>(context.organization(), *id);
    if (!paper || paper->status != PaperStatus::reading) return;
    context.later<sql::store_failure>(context.organization(), *id, PaperFailure{code, sentence, 0});
    publish(context, "document", Json::Object{{"id", id->text()}, {"status", "failed"}});
}

void leave_cancelled(Context& context, const Json& payload) {
    leave_unread(context, payload, "cancelled", "La lecture a été annulée : relancez-la, ou mettez le papier de côté.");
}

void leave_given_up(Context& context, const Json& payload) {
    leave_unread(
        context, payload, "reading_failed",
        "La lecture a échoué trois fois, pour une raison qui ne tient pas au fichier : « Relire » recommence.");
}

}  // namespace

const JobHandler read_paper_job{"read_paper", read_paper};
const JobHandler leave_cancelled_job{"read_paper:cancelled", leave_cancelled};
const JobHandler leave_given_up_job{"read_paper:given_up", leave_given_up};

}  // namespace daftar::documents
