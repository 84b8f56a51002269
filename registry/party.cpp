#include "registry/party.hpp"

#include "core/changes.hpp"
#include "ledger/account.hpp"
#include "registry/identifiers/identifiers.hpp"
#include "registry/party.sql.hpp"

namespace daftar::registry {
namespace {

constexpr std::int32_t parties_max = 200;

struct PartyFilter {
    std::optional<PartyKind> kind;
    std::optional<bool> is_active;
    std::optional<Text<1, 100>> search;
    std::optional<Id<Party>> cursor;
};
BOOST_DESCRIBE_STRUCT(PartyFilter, (), (kind, is_active, search, cursor))

struct PartyKey {
    Id<Party> id;
};
BOOST_DESCRIBE_STRUCT(PartyKey, (), (id))

/// What is absent stays as it is; `identifiers` replaces the whole list.
struct ChangedParty {
    Id<Party> id;
    std::optional<Text<1, 200>> name;
    std::optional<Text<0, 200>> email;
    std::optional<Text<0, 40>> phone;
    std::optional<Text<0, 500>> address;
    std::optional<Text<1, 60>> default_category;
    std::optional<bool> is_active;
    std::optional<std::vector<Identifier>> identifiers;
};
BOOST_DESCRIBE_STRUCT(ChangedParty, (), (id, name, email, phone, address, default_category, is_active, identifiers))

bool is_valid(IdentifierKind kind, std::string_view value) {
    switch (kind) {
        case IdentifierKind::ice:
            return is_valid_ice(value);
        case IdentifierKind::be_enterprise:
            return is_valid_be_enterprise(value);
        case IdentifierKind::siren:
            return is_valid_siren(value);
        case IdentifierKind::siret:
            return is_valid_siret(value);
        case IdentifierKind::vat:
            return is_valid_vat(value);
        // No check digit is known for these (domain notes: IF 7–8 digits, TP 8, CNSS 7, RC variable, unconfirmed).
        case IdentifierKind::fiscal_id:
        case IdentifierKind::trade_register:
        case IdentifierKind::professional_tax:
        case IdentifierKind::cnss:
            return !value.empty() && value.size() <= 20;
    }
    return false;
}

/// Letter before the number of a given code.
std::string_view code_prefix(PartyKind kind) {
    switch (kind) {
        case PartyKind::supplier:
            return "F";
        case PartyKind::owner:
            return "C";
        case PartyKind::company:
            return "S";
        case PartyKind::person:
            return "P";
    }
    return "P";
}

std::string next_code(Context& context, PartyKind kind) {
    context.later<sql::lock_party_codes>(context.organization());
    const auto prefix = code_prefix(kind);
    auto number = std::to_string(context.one<sql::next_party_number>(context.organization(), kind, prefix));
    if (number.size() < 4) number.insert(0, 4 - number.size(), '0');
    return std::string(prefix) + number;
}

void write_identifiers(Context& context, Id<Party> id, PartyKind party_kind,
                       const std::vector<Identifier>& identifiers) {
    const auto canonical_list = canonical_identifiers(identifiers);
    std::vector<IdentifierKind> kinds;
    std::vector<std::string> values;
    for (const auto& identifier : canonical_list) {
        kinds.push_back(identifier.kind);
        values.push_back(identifier.value);
    }
    context.later<sql::delete_identifiers>(context.organization(), id);
    if (context.run<sql::insert_identifiers>(context.organization(), id, party_kind, kinds, values) !=
        static_cast<std::int64_t>(kinds.size()))
        throw Refused(Refusal::identifier_taken, "",
                      {{"identifiers", "identifier_taken", text_of(Refusal::identifier_taken).sentence}});
}

template <std::size_t Min, std::size_t Max>
std::string value_of(const std::optional<Text<Min, Max>>& given, std::string fallback = "") {
    return given ? given->value : std::move(fallback);
}

Page<PartyView> list_parties(Context& context, const PartyFilter& filter) {
    Page<PartyView> page{context.rows<sql::list_parties>(context.organization(), filter.kind, filter.is_active,
                                                         filter.search, filter.cursor, parties_max),
                         {}};
    if (static_cast<std::int32_t>(page.items.size()) == parties_max) page.next = page.items.back().id.text();
    return page;
}

PartyView get_party(Context& context, const PartyKey& key) { return party(context, key.id); }

Created<PartyView> create_party_operation(Context& context, const NewParty& party_in) {
    return {party(context, create_party(context, party_in))};
}

PartyView change_party(Context& context, const ChangedParty& change) {
    const auto before = party(context, change.id);
    require_match(context, before.version);
    const auto name = value_of(change.name, before.name);
    const auto category =
        change.default_category ? std::optional(change.default_category->value) : before.default_category;
    if (context.run<sql::update_party>(context.organization(), change.id, name, value_of(change.email, before.email),
                                       value_of(change.phone, before.phone), value_of(change.address, before.address),
                                       category, change.is_active.value_or(before.is_active), before.version) == 0)
        throw Refused(CommonRefusal::changed_meanwhile);
    if (change.identifiers) write_identifiers(context, change.id, before.kind, *change.identifiers);
    context.later<sql::rename_auxiliaries>(context.organization(), change.id, name);
    auto after = party(context, change.id);
    context.audit("UPDATE", "Party", change.id.value, changes(before, after));
    return after;
}

}  // namespace

std::vector<Identifier> canonical_identifiers(const std::vector<Identifier>& identifiers) {
    std::vector<Identifier> result;
    Problems problems;
    for (std::size_t i = 0; i < identifiers.size(); ++i) {
        Identifier identifier{identifiers[i].kind, canonical(identifiers[i].value)};
        if (identifier.kind == IdentifierKind::be_enterprise && identifier.value.value.starts_with("BE"))
            identifier.value.value.erase(0, 2);
        const bool twice = std::ranges::find(result, identifier.kind, &Identifier::kind) != result.end();
        if (twice || !is_valid(identifier.kind, identifier.value))
            problems.push_back({"identifiers[" + std::to_string(i) + "].value", "invalid_identifier",
                                text_of(Refusal::invalid_identifier).sentence});
        result.push_back(std::move(identifier));
    }
    if (!problems.empty()) throw Refused(Refusal::invalid_identifier, "", std::move(problems));
    return result;
}

Id<Party> create_party(Context& context, const NewParty& party_in, bool needs_review) {
    const auto id = context.new_id<Party>();
    const auto code = party_in.code ? party_in.code->value : next_code(context, party_in.kind);
    if (context.run<sql::insert_party>(context.organization(), id, party_in.kind, code, party_in.name,
                                       value_of(party_in.email), value_of(party_in.phone), value_of(party_in.address),
                                       party_in.default_category, needs_review) == 0)
        throw Refused(Refusal::party_code_taken, code + ".",
                      {{"code", "party_code_taken", text_of(Refusal::party_code_taken).sentence}});
    if (party_in.identifiers) write_identifiers(context, id, party_in.kind, *party_in.identifiers);
    context.audit("CREATE", "Party", id.value,
                  Json::Object{{"kind", name_of(party_in.kind)}, {"code", code}, {"name", party_in.name.value}});
    const auto view = party(context, id);
    if (view.kind == PartyKind::supplier) auxiliary_of(context, view, "suppliers");
    if (view.kind == PartyKind::owner) auxiliary_of(context, view, "owners");
    return id;
}

PartyView party(Context& context, Id<Party> id) { return context.found<sql::party_by_id>(context.organization(), id); }

Id<ledger::Auxiliary> auxiliary_of(Context& context, const PartyView& party, std::string_view role) {
    const auto account = ledger::account_of_role(context, role);
    if (const auto found = context.maybe<sql::find_auxiliary>(context.organization(), account, party.id))
        return {*found};
    const auto kind = party.kind == PartyKind::supplier ? ledger::AuxiliaryKind::supplier
                      : party.kind == PartyKind::owner  ? ledger::AuxiliaryKind::owner
                                                        : ledger::AuxiliaryKind::other;
    return ledger::create_auxiliary(context, {context.one<sql::account_code>(context.organization(), account),
                                              party.code, party.name, kind, party.id.value});
}

void remember_category(Context& context, Id<Party> party, std::string_view category) {
    context.later<sql::remember_category>(context.organization(), party, category);
}

constexpr Route routes[] = {
    {"GET", "/api/v1/parties", "read_registry", operation<list_parties>},
    {"GET", "/api/v1/parties/{id}", "read_registry", operation<get_party>},
    {"POST", "/api/v1/parties", "edit_registry", operation<create_party_operation>},
    {"PUT", "/api/v1/parties/{id}", "edit_registry", operation<change_party>},
};
const std::span<const Route> party_routes = routes;

}  // namespace daftar::registry
