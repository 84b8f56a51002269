#include "documents/review.hpp"

#include "core/job_runner.hpp"
#include "documents/bank_doubt.hpp"
#include "documents/extract/extract.hpp"
#include "documents/learning.hpp"
#include "documents/paper.sql.hpp"
#include "documents/plan.hpp"

namespace daftar::documents {

struct LineAccount {
    Uuid id;
    std::string code, name;
};
BOOST_DESCRIBE_STRUCT(LineAccount, (), (id, code, name))

namespace {

Poster& poster() {
    static Poster functions;
    return functions;
}

struct ProposalLine {
    std::string account_code, account_name;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    std::string description;
    Money debit, credit;
    std::optional<ledger::PageBox> box;
};
BOOST_DESCRIBE_STRUCT(ProposalLine, (),
                      (account_code, account_name, auxiliary_code, auxiliary_name, description, debit, credit, box))

/// The entry that accepting would post, or what keeps it from being posted.
struct Proposal {
    std::optional<Date> date;  ///< this and what follows are there when nothing keeps it from being posted
    std::optional<std::string> description, journal_code;
    std::vector<ProposalLine> lines;
    Problems problems;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (date, description, journal_code, lines, problems))

struct PaperView {
    Id<Paper> id;
    std::string filename, media_type;
    PaperStatus status = PaperStatus::reading;
    std::optional<std::string> type;
    std::optional<PaperFailure> failure;
    std::vector<PaperPage> pages;
    std::string issuer;
    std::optional<Id<registry::Party>> supplier_id;
    std::vector<PaperField> fields;
    std::optional<Proposal> proposal;
    std::optional<Id<ledger::Entry>> entry_id;
    Timestamp received_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(PaperView, (),
                      (id, filename, media_type, status, type, failure, pages, issuer, supplier_id, fields, proposal,
                       entry_id, received_at, version))

struct ChangedField {
    Text<1, 60> name;
    Text<0, 300> value;
};
BOOST_DESCRIBE_STRUCT(ChangedField, (), (name, value))

struct ChangedFields {
    Id<Paper> id;
    std::vector<ChangedField> fields;
};
BOOST_DESCRIBE_STRUCT(ChangedFields, (), (id, fields))

struct RefusedPaper {
    Id<Paper> id;
    std::optional<Text<0, 300>> reason;
};
BOOST_DESCRIBE_STRUCT(RefusedPaper, (), (id, reason))

struct AcceptedPaper {
    Id<Paper> id;
    PaperStatus status = PaperStatus::posted;
    Id<ledger::Entry> entry_id;
};
BOOST_DESCRIBE_STRUCT(AcceptedPaper, (), (id, status, entry_id))

std::vector<ProposalLine> lines_of(Context& context, const ledger::Posting& posting) {
    std::vector<Uuid> accounts, auxiliaries;
    for (const auto& line : posting.lines) {
        accounts.push_back(line.account.value);
        if (line.auxiliary) auxiliaries.push_back(line.auxiliary->value);
    }
    std::map<Uuid, LineAccount> names;
    for (auto& account : context.rows<sql::accounts_of_lines>(context.organization(), accounts))
        names.emplace(account.id, std::move(account));
    for (auto& auxiliary : context.rows<sql::auxiliaries_of_lines>(context.organization(), auxiliaries))
        names.emplace(auxiliary.id, std::move(auxiliary));
    const Money zero(0, context.currency());
    std::vector<ProposalLine> lines;
    for (const auto& line : posting.lines) {
        const auto& account = names.at(line.account.value);
        ProposalLine out{account.code,
                         account.name,
                         {},
                         {},
                         line.description,
                         line.amount.minor > 0 ? line.amount : zero,
                         line.amount.minor < 0 ? -line.amount : zero,
                         line.box};
        if (line.auxiliary)
            out.auxiliary_code = names.at(line.auxiliary->value).code,
            out.auxiliary_name = names.at(line.auxiliary->value).name;
        lines.push_back(std::move(out));
    }
    return lines;
}

/// Named after the first problem. Its code is taken before the list is moved: arguments have no order.
[[noreturn]] void refuse_for(Problems problems) {
    const auto first = enum_from<Refusal>(problems.front().code);
    throw Refused(first.value_or(Refusal::invalid_field), "", std::move(problems));
}

/// What the paper itself lacks, and a paper of the same meaning that is in the books already.
Problems problems_in_books(Context& context, const StoredPaper& paper) {
    auto problems = problems_of(paper.fields, paper.type.value_or(""), context.currency());
    if (!problems.empty()) return problems;
    if (const auto same = context.maybe<sql::same_meaning>(context.organization(), paper.id))
        problems.push_back({"number", "duplicate_document",
                            "Même fournisseur, même numéro, même date et même total que le papier " + same->text() +
                                ", déjà comptabilisé."});
    return problems;
}

/// The residence that the paper is addressed to, when it is one of ours.
std::optional<Id<registry::Building>> residence_of(Context& context, const StoredPaper& paper) {
    const auto* customer = find_field(paper.fields, "customer_name");
    if (!customer) return {};
    const auto found = context.maybe<sql::building_named>(context.organization(), customer->value);
    return found ? std::optional(Id<registry::Building>{*found}) : std::nullopt;
}

Proposal proposal_of(Context& context, const StoredPaper& paper) {
    Proposal proposal;
    proposal.problems = problems_in_books(context, paper);
    if (!proposal.problems.empty()) return proposal;
    auto invoice = invoice_of(paper.id.value, paper.type.value_or(""), paper.fields, paper.taxes);
    invoice.supplier = paper.supplier_id;
    invoice.residence = residence_of(context, paper);
    try {
        const auto posting = poster().preview(context, invoice);
        proposal.date = posting.date;
        proposal.description = posting.description;
        proposal.journal_code = posting.journal_code;
        proposal.lines = lines_of(context, posting);
        if (!paper.supplier_id)
            proposal.lines.back().auxiliary_name =
                find_field(paper.fields, "issuer_name")->value + " (nouveau fournisseur)";
    } catch (const Refused& refused) {
        proposal.problems = refused.problems;
        if (proposal.problems.empty()) proposal.problems.push_back({"", refused.code, refused.message});
    }
    return proposal;
}

PaperView view_of(Context& context, StoredPaper&& paper) {
    PaperView view{paper.id,
                   paper.filename,
                   paper.media_type,
                   paper.status,
                   paper.type,
                   paper.failure,
                   paper.pages,
                   "",
                   paper.supplier_id,
                   {},
                   {},
                   paper.entry_id,
                   paper.received_at,
                   paper.version};
    if (paper.status == PaperStatus::review) view.proposal = proposal_of(context, paper);
    if (const auto* issuer = find_field(paper.fields, "issuer_name")) view.issuer = issuer->value;
    view.fields = std::move(paper.fields);
    if (paper.status == PaperStatus::review) doubt_bank_account(context, paper.supplier_id, view.fields);
    return view;
}

PaperView get_paper(Context& context, const PaperKey& key) {
    return view_of(context, context.found<sql::find_paper>(context.organization(), key.id));
}

StoredPaper lock_in_review(Context& context, Id<Paper> id) {
    auto paper = context.found<sql::lock_paper>(context.organization(), id);
    if (paper.status != PaperStatus::review) throw Refused(Refusal::not_in_review);
    return paper;
}

PaperView change_fields(Context& context, const ChangedFields& changed) {
    auto paper = lock_in_review(context, changed.id);
    require_match(context, paper.version);
    const auto words = context.maybe<sql::words_of_paper>(context.organization(), changed.id);
    const auto document = words ? extracted_from_json(*words) : ExtractedDocument{};
    Problems problems;
    Json before = Json::Object{}, after = Json::Object{};
    for (std::size_t i = 0; i < changed.fields.size(); ++i) {
        const auto& [name, text] = changed.fields[i];
        const auto path = "fields[" + std::to_string(i) + "]";
        const auto field = std::ranges::find(paper.fields, name.value, &PaperField::name);
        const auto value = canonical_value(name.value, text.value);
        if (field == paper.fields.end())
            problems.push_back({path + ".name", "unknown_field_name", text_of(Refusal::unknown_field_name).sentence});
        else if (!value)
            problems.push_back({path + ".value", "invalid_field", text_of(Refusal::invalid_field).sentence});
        if (field == paper.fields.end() || !value) continue;
        before[name.value] = field->value;
        after[name.value] = *value;
        field->value = *value;
        field->confidence = 1000;
        field->reason = "Donné par " + context.principal().email;
        const auto place = find_printed(document, name.value, *value).value_or(PrintedPlace{});
        field->page = place.page;
        field->x = place.box.x, field->y = place.box.y;
        field->width = place.box.width, field->height = place.box.height;
        field->checks.clear();
    }
    if (!problems.empty()) refuse_for(std::move(problems));
    const auto text = [&](const char* name) {
        const auto* field = find_field(paper.fields, name);
        return field ? field->value : std::string();
    };
    if (after.find("issuer_name")) {
        const auto found = registry::find_supplier(context, {{}, {}, text("issuer_name")});
        paper.supplier_id = found ? std::optional(found->party_id) : std::nullopt;
    }
    const auto total = Decimal::parse(text("total_including_tax"));
    context.later<sql::store_fields>(context.organization(), paper.id, to_json_text(paper.fields), text("issuer_name"),
                                     text("number"), Date::parse(text("issue_date")),
                                     total ? Money::exactly(*total, context.currency()) : std::nullopt,
                                     paper.supplier_id);
    context.audit("CORRECT", "Document", paper.id.value, Json::Object{{"before", before}, {"after", after}});
    return get_paper(context, {changed.id});
}

/// The supplier of the paper, created when he is new; a new bank account of his waits for a person.
Id<registry::Party> supplier_of(Context& context, const StoredPaper& paper) {
    const auto words = context.maybe<sql::words_of_paper>(context.organization(), paper.id);
    auto clues =
        words ? clues_of(read_invoice(extracted_from_json(*words), knowledge_of(context))) : registry::SupplierClues{};
    clues.name = find_field(paper.fields, "issuer_name")->value;
    const auto* iban = find_field(paper.fields, "payment_iban");
    clues.iban = iban ? std::optional(iban->value) : std::nullopt;
    if (!paper.supplier_id) return registry::find_or_propose_supplier(context, clues).party_id;
    if (clues.iban && registry::canonical_iban(*clues.iban))
        registry::note_bank_account(context, *paper.supplier_id, *clues.iban, registry::BankAccountSource::document);
    return *paper.supplier_id;
}

AcceptedPaper accept(Context& context, const PaperKey& key) {
    return {key.id, PaperStatus::posted, accept_paper(context, key.id)};
}

PaperView refuse(Context& context, const RefusedPaper& refused) {
    auto paper = context.found<sql::lock_paper>(context.organization(), refused.id);
    if (paper.status == PaperStatus::posted || paper.status == PaperStatus::refused)
        throw Refused(Refusal::not_in_review);
    const std::string reason = refused.reason && !refused.reason->empty() ? refused.reason->value : "Mis de côté";
    context.later<sql::mark_refused>(context.organization(), refused.id, PaperFailure{"refused", reason, 0});
    context.audit("REFUSE", "Document", refused.id.value, Json::Object{{"reason", reason}});
    return get_paper(context, {refused.id});
}

PaperView read_again(Context& context, const PaperKey& key) {
    const auto paper = context.found<sql::lock_paper>(context.organization(), key.id);
    if (paper.status != PaperStatus::review && paper.status != PaperStatus::failed)
        throw Refused(Refusal::not_in_review);
    context.later<sql::mark_reading>(context.organization(), key.id);
    context.enqueue_job(read_paper_job.kind, Json::Object{{"id", key.id.text()}});
    context.audit("READ", "Document", key.id.value);
    return get_paper(context, key);
}

}  // namespace

void set_poster(Poster functions) { poster() = std::move(functions); }

Id<ledger::Entry> accept_paper(Context& context, Id<Paper> id) {
    const auto paper = lock_in_review(context, id);
    require_match(context, paper.version);
    auto problems = problems_in_books(context, paper);
    if (!problems.empty()) refuse_for(std::move(problems));
    const auto supplier = supplier_of(context, paper);
    auto invoice = invoice_of(paper.id.value, paper.type.value_or(""), paper.fields, paper.taxes);
    invoice.supplier = supplier;
    invoice.residence = residence_of(context, paper);
    const auto entry = poster().post(context, invoice);
    registry::remember_category(context, supplier, invoice.category);
    if (const auto words = context.maybe<sql::words_of_paper>(context.organization(), id))
        learn_from(context, supplier, paper, extracted_from_json(*words));
    context.later<sql::mark_posted>(context.organization(), id, entry, supplier);
    context.audit("ACCEPT", "Document", id.value, Json::Object{{"entry_id", entry.text()}});
    publish(context, "document", Json::Object{{"id", id.text()}, {"status", "posted"}});
    return entry;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/documents/{id}", "read_documents", operation<get_paper>},
    {"PUT", "/api/v1/documents/{id}/fields", "accept_documents", operation<change_fields>},
    {"POST", "/api/v1/documents/{id}/accept", "accept_documents", operation<accept>},
    {"POST", "/api/v1/documents/{id}/refuse", "accept_documents", operation<refuse>},
    {"POST", "/api/v1/documents/{id}/read", "accept_documents", operation<read_again>},
};
const std::span<const Route> review_routes = routes;

}  // namespace daftar::documents
