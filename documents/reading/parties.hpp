// Who wrote the paper and whom it is for.
#pragma once
#include <utility>

#include "documents/reading/evidence.hpp"

namespace daftar::documents {

/// Regions of the pages that belong to the customer: what stands under or beside "Client", "Facturé à", "Bill to" …
std::vector<Area> customer_regions(const Evidence& seen);

/// Writes issuer and customer with their identifiers, structured_communication, payment_iban and payment_rib.
void decide_parties(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out);

/// The printed name most like an issuer's, by legal form, size, place, web and e-mail address (issuer_name.cpp).
std::optional<TextReading> find_issuer_name(const Evidence& seen, const std::vector<Area>& customer,
                                            const ReadingKnowledge& known);
/// The first line of the customer's block.
std::optional<TextReading> find_customer_name(const Evidence& seen, const std::vector<Area>& customer,
                                              const std::optional<TextReading>& issuer, const ReadingKnowledge& known);
/// The address block that nothing announces and that is not the issuer's: name, street, town, perhaps an identifier
/// under it.
std::optional<Area> find_unlabelled_customer(const Evidence& seen, const std::optional<TextReading>& issuer);
/// The region holds words that may be a customer's name, and not a code only.
bool names_somebody(const Evidence& seen, const Area& region, const std::optional<TextReading>& issuer);
/// "rue …", "69100 Lyon", "12, avenue …": no name (a residence may be called after its street).
bool is_address(const std::string& folded);
/// The name at these tokens, with the line under it when the name goes on there: "Société Foncière Malabata / et
/// Participations S.A.", "Syndicat des copropriétaires / Résidence Le Clos" (two_line_names.cpp).
std::pair<std::string, Area> with_second_line(const Evidence& seen, int first, int last);
/// Letters and digits only, without legal form: what a domain name would be made of.
std::string core_of(std::string_view name);

/// True for a line such as "69100 Villeurbanne", "1000 Bruxelles", "3012 CN Rotterdam".
bool is_town_line(std::string_view folded);
/// True when the words have a legal form: SARL, SA, BV, GmbH, Ltd …
bool has_legal_form(std::string_view folded);

/// A French VAT number carries the SIREN, a Belgian one the enterprise number: the shorter identifier is then known
/// too.
void derive_identifiers(PartyReading& party);

}  // namespace daftar::documents
