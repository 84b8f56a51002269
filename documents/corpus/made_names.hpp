// Names, streets and labels to draw made papers from. All invented, or names of trades and towns.
#pragma once
#include "documents/corpus/made_invoice.hpp"

namespace daftar::documents {

MadeParty made_issuer(Dice& dice, MadeCountry country, MadeKind kind);
MadeParty made_customer(Dice& dice, MadeCountry country);
std::string made_label(Dice& dice, const std::string& language, MadeKind kind);

}  // namespace daftar::documents
