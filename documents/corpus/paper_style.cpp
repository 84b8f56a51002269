#include "documents/corpus/paper_style.hpp"

namespace daftar::documents {
namespace {

using enum IssuerPlace;
using enum CustomerPlace;
using enum MetaPlace;
using enum AmountFormat;

constexpr PaperStyle known[] = {
    {"k01-classic", "DejaVu Sans", 9, top_left, right_labelled, left_lines, TotalsPlace::right_lines, Columns::label_quantity_price_amount, spaced_symbol, DateFormat::slashes, 0, false, false, true, false},
    {"k02-ruled", "DejaVu Serif", 9, top_left, right_plain, row_of_cells, TotalsPlace::right_lines, Columns::code_label_quantity_price_rate_amount, spaced_plain, DateFormat::slashes, 1, true, true, false, false},
    {"k03-centered", "Noto Sans", 9.5, top_center, left_labelled, right_lines, TotalsPlace::right_lines, Columns::quantity_label_price_amount, dotted, DateFormat::dots, 2, false, true, true, true},
    {"k04-right", "Inter", 8.5, top_right, left_plain, left_lines, TotalsPlace::wide_lines, Columns::label_quantity_price_amount, spaced_symbol, DateFormat::words, 0, true, false, false, false},
    {"k05-footer", "Noto Sans", 9, IssuerPlace::footer, right_plain, in_title, TotalsPlace::right_lines, Columns::label_quantity_price_amount, spaced_symbol, DateFormat::slashes, 1, false, false, false, false},
    {"k06-row", "DejaVu Sans", 8, top_left, left_labelled, row_of_cells, TotalsPlace::bottom_row, Columns::label_rate_quantity_price_amount, dotted, DateFormat::slashes, 2, true, true, false, false},
    {"k07-english", "Inter", 9, top_left, left_labelled, right_lines, TotalsPlace::right_lines, Columns::label_quantity_price_amount, english, DateFormat::iso, 0, false, false, false, false},
    {"k08-simple", "DejaVu Serif", 10, top_left, right_labelled, right_lines, TotalsPlace::right_lines, Columns::label_amount, spaced_plain, DateFormat::words, 1, false, false, true, false},
    {"k09-dense", "Noto Sans", 7.5, top_left, right_labelled, row_of_cells, TotalsPlace::right_lines, Columns::code_label_quantity_price_rate_amount, spaced_symbol, DateFormat::dashes_short, 2, true, true, false, false},
    {"k10-symbol", "Inter", 9, top_right, left_labelled, left_lines, TotalsPlace::right_lines, Columns::label_rate_quantity_price_amount, plain_symbol_first, DateFormat::slashes, 0, true, false, false, false},
    {"k11-left", "DejaVu Sans", 9, top_center, right_plain, left_lines, TotalsPlace::left_lines, Columns::quantity_label_price_amount, spaced_symbol, DateFormat::slashes, 1, false, true, false, false},
    {"k12-mono", "DejaVu Sans Mono", 8, top_left, right_labelled, in_title, TotalsPlace::right_lines, Columns::label_quantity_price_amount, dotted, DateFormat::slashes, 2, true, false, true, false},
};

constexpr PaperStyle unseen[] = {
    {"u01", "Noto Serif", 9, top_right, left_labelled, row_of_cells, TotalsPlace::wide_lines, Columns::label_rate_quantity_price_amount, spaced_plain, DateFormat::slashes, 0, true, false, false, false},
    {"u02", "Noto Sans", 10, top_center, right_labelled, in_title, TotalsPlace::bottom_row, Columns::label_quantity_price_amount, spaced_symbol, DateFormat::words, 1, false, true, false, false},
    {"u03", "Inter", 8, top_left, left_plain, right_lines, TotalsPlace::left_lines, Columns::code_label_quantity_price_rate_amount, dotted, DateFormat::dashes_short, 2, true, true, false, false},
    {"u04", "DejaVu Serif", 8.5, IssuerPlace::footer, left_labelled, left_lines, TotalsPlace::right_lines, Columns::quantity_label_price_amount, spaced_symbol, DateFormat::dots, 0, false, false, true, true},
    {"u05", "Noto Sans Mono", 8, top_right, right_plain, left_lines, TotalsPlace::wide_lines, Columns::label_amount, spaced_plain, DateFormat::slashes, 1, true, false, false, false},
    {"u06", "DejaVu Sans Condensed", 9, top_left, right_plain, right_lines, TotalsPlace::bottom_row, Columns::code_label_quantity_price_rate_amount, plain_symbol_first, DateFormat::slashes, 2, false, true, false, false},
    {"u07", "Noto Serif", 9.5, top_center, left_plain, row_of_cells, TotalsPlace::right_lines, Columns::label_quantity_price_amount, english, DateFormat::words, 0, true, true, true, false},
    {"u08", "Inter", 9, IssuerPlace::footer, right_labelled, right_lines, TotalsPlace::left_lines, Columns::label_rate_quantity_price_amount, spaced_symbol, DateFormat::slashes, 1, true, false, false, false},
};

constexpr Wording french_known[] = {
    {"FACTURE", "AVOIR", "Facture N°", "Date", "Échéance", "Client", "Code client", "Période", "Total HT", "TVA", "Total TTC", "Net à payer", "Acompte versé", "Solde antérieur", "Remise", "Base HT", "Désignation", "Qté", "P.U. HT", "TVA", "Montant HT", "Réf."},
    {"Facture", "Facture d'avoir", "N° de facture", "Date de facture", "Date d'échéance", "Facturé à", "N° client", "Période de facturation", "Montant HT", "Montant TVA", "Montant TTC", "Reste à payer", "Acompte", "Ancien solde", "Remise", "Base", "Description", "Quantité", "Prix unitaire", "Taux TVA", "Total HT", "Code"},
    {"FACTURE", "NOTE DE CRÉDIT", "Facture n°", "Date facture", "À payer avant le", "Doit", "Réf. client", "Période", "Total H.T.", "Total T.V.A.", "Total T.T.C.", "Total à payer", "Avance", "Report solde", "Rabais", "Base imposable", "Libellé", "Quantité", "Prix U.", "% TVA", "Prix total", "Article"},
};
constexpr Wording french_unseen[] = {
    {"Facture de vente", "Avoir sur facture", "Numéro de la facture", "Émise le", "Date limite de paiement", "Adresse de facturation", "Numéro de client", "Période facturée", "Total hors taxes", "Montant de la TVA", "Total toutes taxes comprises", "Solde à payer", "Acompte reçu", "Solde précédent", "Remise commerciale", "Montant HT", "Nature des prestations", "Nombre", "Prix unit.", "Taux", "Montant", "N°"},
    {"FACTURE", "NOTE DE CREDIT", "Réf. facture", "Date d'émission", "Payable avant le", "Destinataire", "Compte client", "Consommation du", "Total HTVA", "TVA totale", "Total TVAC", "Montant à payer", "Déjà payé", "Montant antérieur", "Ristourne", "Base TVA", "Prestations", "Nb", "PU", "TVA %", "Total", "Pos."},
    {"Facture", "Avoir", "Référence facture", "Date de facturation", "Échéance de paiement", "À l'attention de", "Identifiant client", "Période de consommation", "Sous-total HT", "TVA", "Montant total TTC", "Somme à payer", "Versement", "Impayés antérieurs", "Escompte", "Assiette HT", "Intitulé", "Quantités", "Tarif", "TVA", "Prix HT", "Ligne"},
};
constexpr Wording dutch_known[] = {
    {"FACTUUR", "CREDITNOTA", "Factuurnummer", "Factuurdatum", "Vervaldatum", "Klant", "Klantnummer", "Periode", "Totaal excl. btw", "Btw", "Totaal incl. btw", "Te betalen", "Voorschot", "Vorig saldo", "Korting", "Maatstaf", "Omschrijving", "Aantal", "Prijs", "Btw", "Bedrag", "Code"},
    {"Factuur", "Creditnota", "Factuur nr.", "Datum", "Te betalen voor", "Gefactureerd aan", "Klantnr.", "Periode", "Subtotaal", "Btw-bedrag", "Totaalbedrag", "Totaal te betalen", "Reeds betaald", "Openstaand saldo", "Korting", "Netto", "Beschrijving", "Hoeveelheid", "Eenheidsprijs", "Btw %", "Totaal", "Artikelnr."},
};
constexpr Wording dutch_unseen[] = {
    {"Verkoopfactuur", "Creditnota", "Nummer factuur", "Opgemaakt op", "Uiterste betaaldatum", "Factuuradres", "Klantnummer", "Verbruiksperiode", "Bedrag exclusief btw", "Totaal btw", "Bedrag inclusief btw", "Nog te betalen", "Betaald voorschot", "Vorig saldo", "Korting", "Belastbaar bedrag", "Dienst", "Hoeveelheid", "Stukprijs", "Btw-tarief", "Totaal excl.", "Pos"},
};
constexpr Wording english_known[] = {
    {"INVOICE", "CREDIT NOTE", "Invoice number", "Invoice date", "Due date", "Bill to", "Customer no.", "Billing period", "Subtotal", "VAT", "Total", "Amount due", "Deposit paid", "Previous balance", "Discount", "Net", "Description", "Qty", "Unit price", "VAT", "Amount", "Item"},
    {"Invoice", "Credit note", "Invoice no.", "Date", "Payment due", "Sold to", "Account no.", "Period", "Total excl. VAT", "VAT amount", "Total incl. VAT", "Balance due", "Amount paid", "Previous balance", "Discount", "Taxable amount", "Item", "Quantity", "Price", "VAT rate", "Line total", "Ref"},
};
constexpr Wording english_unseen[] = {
    {"Tax invoice", "Credit memo", "Invoice ID", "Date of issue", "Pay by", "Customer", "Customer ID", "Service period", "Total net", "Total VAT", "Grand total", "Total amount due", "Prepaid", "Previous balance", "Discount", "Net amount", "Services", "Units", "Rate", "Tax rate", "Net amount", "Line"},
};

}  // namespace

std::span<const PaperStyle> known_styles() { return known; }
std::span<const PaperStyle> unseen_styles() { return unseen; }

const Wording& wording_of(const std::string& language, int number, bool of_unseen) {
    const auto pick = [&](std::span<const Wording> list) -> const Wording& { return list[static_cast<std::size_t>(number) % list.size()]; };
    if (language == "nl") return of_unseen ? pick(dutch_unseen) : pick(dutch_known);
    if (language == "en") return of_unseen ? pick(english_unseen) : pick(english_known);
    return of_unseen ? pick(french_unseen) : pick(french_known);
}

}  // namespace daftar::documents
