#include <algorithm>
#include <array>

#include "banking/readers/encoding.hpp"
#include "banking/readers/table_words.hpp"

namespace daftar::banking {
namespace {

struct Title {
    Role role;
    std::string_view words;  ///< folded; with a final * the title only begins so
};

// The titles that Moroccan, French and Belgian banks print (French, Dutch, English); the earlier wins where two columns
// claim one role. Collected from the banks' public export layouts.
constexpr std::array titles = {Title{Role::structured, "COMMUNICATION STRUCTUREE*"},
                               Title{Role::structured, "GESTRUCTUREERDE MEDEDELING*"},
                               Title{Role::value_date, "DATE VAL*"},
                               Title{Role::value_date, "DATE DE VAL*"},
                               Title{Role::value_date, "DATEVAL*"},
                               Title{Role::value_date, "DATE D EFFET"},
                               Title{Role::value_date, "VALUE DATE"},
                               Title{Role::value_date, "VALUTADATUM"},
                               Title{Role::value_date, "RENTEDATUM"},
                               Title{Role::value_date, "VALEUR"},
                               Title{Role::value_date, "DATUM VALUTA"},
                               Title{Role::value_date, "WERTSTELLUNG*"},
                               Title{Role::value_date, "VALUTA DATUM"},
                               Title{Role::value_date, "VALUTA DATE"},
                               Title{Role::value_date, "DATE VALUTA"},
                               Title{Role::value_date, "FECHA VALOR"},
                               Title{Role::value_date, "FECHA DE VALOR"},
                               Title{Role::value_date, "F VALOR"},
                               Title{Role::value_date, "DATA VALUTA"},
                               Title{Role::value_date, "DATA VALOR"},
                               Title{Role::date, "DATE COMPTA*"},
                               Title{Role::date, "DATE DE COMPTA*"},
                               Title{Role::date, "DATE ECRITURE"},
                               Title{Role::date, "BOOKING DATE"},
                               Title{Role::date, "BOEKDATUM"},
                               Title{Role::date, "BOEKINGSDATUM"},
                               Title{Role::date, "DATEOP"},
                               Title{Role::date, "DATE OP*"},
                               Title{Role::date, "DATE D OP*"},
                               Title{Role::date, "DATE DE L OP*"},
                               Title{Role::date, "DATE D EXEC*"},
                               Title{Role::date, "DATE EXEC*"},
                               Title{Role::date, "UITVOERINGSDATUM"},
                               Title{Role::date, "COMPLETED DATE"},
                               Title{Role::date, "TRANSACTION DATE"},
                               Title{Role::date, "DATE TRANSACTION"},
                               Title{Role::date, "DATE DE TRANSACTION"},
                               Title{Role::date, "DATE MOUVEMENT"},
                               Title{Role::date, "DATE DU MOUVEMENT"},
                               Title{Role::date, "BUCHUNGSTAG"},
                               Title{Role::date, "BUCHUNGSDATUM"},
                               Title{Role::date, "BUCHUNG"},
                               Title{Role::date, "POSTED DATE"},
                               Title{Role::date, "POSTING DATE"},
                               Title{Role::date, "ENTRY DATE"},
                               Title{Role::date, "DATE POSTED"},
                               Title{Role::date, "DATE DE REGLEMENT*"},
                               Title{Role::date, "SETTLEMENT DATE*"},
                               Title{Role::date, "DATE REGLEMENT*"},
                               Title{Role::date, "DATE"},
                               Title{Role::date, "DATUM"},
                               Title{Role::date, "DATES"},
                               Title{Role::date, "FECHA OP*"},
                               Title{Role::date, "FECHA DE OP*"},
                               Title{Role::date, "FECHA CONTABLE"},
                               Title{Role::date, "FECHA"},
                               Title{Role::date, "DATA CONTABILE"},
                               Title{Role::date, "DATA OPERAZIONE"},
                               Title{Role::date, "DATA MOVIMENTO"},
                               Title{Role::date, "DATA LANCAMENTO"},
                               Title{Role::date, "DATA"},
                               Title{Role::direction, "SENS*"},
                               Title{Role::direction, "AF BIJ"},
                               Title{Role::direction, "D C"},
                               Title{Role::direction, "DC"},
                               Title{Role::direction, "DEBIT CREDIT"},
                               Title{Role::direction, "CREDIT DEBIT"},
                               Title{Role::direction, "C D"},
                               Title{Role::direction, "SIGNE"},
                               Title{Role::direction, "SOLL HABEN*"},
                               Title{Role::direction, "DR CR"},
                               Title{Role::direction, "CDTDBT*"},
                               Title{Role::direction, "DEBIT CREDIT INDICATOR"},
                               Title{Role::fee, "FEE"},
                               Title{Role::fee, "FRAIS"},
                               Title{Role::fee, "FEES"},
                               Title{Role::debit, "DEBIT*"},
                               Title{Role::debit, "MONTANT DEBIT*"},
                               Title{Role::debit, "MONTANT AU DEBIT*"},
                               Title{Role::debit, "DEBET*"},
                               Title{Role::debit, "RETRAIT*"},
                               Title{Role::debit, "SORTIE*"},
                               Title{Role::debit, "DEPENSE*"},
                               Title{Role::debit, "PAID OUT*"},
                               Title{Role::debit, "MOUVEMENT DEBIT*"},
                               Title{Role::debit, "SOLL"},
                               Title{Role::debit, "BELASTUNG*"},
                               Title{Role::debit, "WITHDRAWAL*"},
                               Title{Role::debit, "MONEY OUT*"},
                               Title{Role::debit, "AFSCHRIJVING*"},
                               Title{Role::debit, "DEBITS"},
                               Title{Role::debit, "ADDEBIT*"},
                               Title{Role::debit, "CARGO*"},
                               Title{Role::debit, "DARE"},
                               Title{Role::debit, "USCITE"},
                               Title{Role::credit, "CREDIT*"},
                               Title{Role::credit, "MONTANT CREDIT*"},
                               Title{Role::credit, "MONTANT AU CREDIT*"},
                               Title{Role::credit, "MOUVEMENT CREDIT*"},
                               Title{Role::credit, "VERSEMENT*"},
                               Title{Role::credit, "ENTREE*"},
                               Title{Role::credit, "RECETTE*"},
                               Title{Role::credit, "PAID IN*"},
                               Title{Role::credit, "HABEN"},
                               Title{Role::credit, "GUTSCHRIFT*"},
                               Title{Role::credit, "DEPOSIT*"},
                               Title{Role::credit, "MONEY IN*"},
                               Title{Role::credit, "BIJSCHRIJVING*"},
                               Title{Role::credit, "CREDITS"},
                               Title{Role::credit, "ACCREDIT*"},
                               Title{Role::credit, "ABONO*"},
                               Title{Role::credit, "AVERE"},
                               Title{Role::credit, "ENTRATE"},
                               Title{Role::amount, "MONTANT*"},
                               Title{Role::amount, "AMOUNT*"},
                               Title{Role::amount, "BEDRAG*"},
                               Title{Role::amount, "BETRAG*"},
                               Title{Role::amount, "SOMME"},
                               Title{Role::amount, "UMSATZ"},
                               Title{Role::amount, "IMPORTE*"},
                               Title{Role::amount, "IMPORTO*"},
                               Title{Role::amount, "VALOR"},
                               Title{Role::amount, "VALUE AMOUNT"},
                               Title{Role::balance, "SOLDE*"},
                               Title{Role::balance, "BALANCE*"},
                               Title{Role::balance, "SALDO*"},
                               Title{Role::balance, "ACCOUNTBALANCE"},
                               Title{Role::balance, "RUNNING BALANCE*"},
                               Title{Role::balance, "KONTOSTAND*"},
                               Title{Role::balance, "ACCOUNT BALANCE*"},
                               Title{Role::currency, "DEVISE*"},
                               Title{Role::currency, "CURRENCY"},
                               Title{Role::currency, "MUNT*"},
                               Title{Role::currency, "MONNAIE"},
                               Title{Role::currency, "DEVIES"},
                               Title{Role::currency, "WAHRUNG"},
                               Title{Role::currency, "WAEHRUNG"},
                               Title{Role::currency, "CCY"},
                               Title{Role::currency, "VALUTA"},
                               Title{Role::currency, "MONEDA"},
                               Title{Role::currency, "DIVISA"},
                               Title{Role::currency, "MOEDA"},
                               Title{Role::counterparty, "COMPTE CONTREPARTIE*"},
                               Title{Role::counterparty, "NUMERO DE COMPTE CONTREPARTIE*"},
                               Title{Role::counterparty, "COMPTE DE LA CONTREPARTIE*"},
                               Title{Role::counterparty, "COMPTE PARTIE ADVERSE"},
                               Title{Role::counterparty, "REKENING TEGENPARTIJ*"},
                               Title{Role::counterparty, "REKENINGNUMMER TEGENPARTIJ*"},
                               Title{Role::counterparty, "TEGENREKENING*"},
                               Title{Role::counterparty, "IBAN CONTREPARTIE"},
                               Title{Role::counterparty, "COMPTE BENEFICIAIRE"},
                               Title{Role::counterparty, "CONTREPARTIE"},
                               Title{Role::counterparty, "TEGENPARTIJ"},
                               Title{Role::counterparty, "KONTONUMMER IBAN"},
                               Title{Role::counterparty, "IBAN ZAHLUNGSBETEILIGTER"},
                               Title{Role::counterparty, "IBAN AUFTRAGGEBER*"},
                               Title{Role::counterparty, "PARTNER IBAN"},
                               Title{Role::counterparty, "COUNTERPARTY IBAN"},
                               Title{Role::counterparty, "COUNTERPARTY ACCOUNT*"},
                               Title{Role::counterparty, "BANK ACCOUNT"},
                               Title{Role::counterparty, "GEGENKONTO*"},
                               Title{Role::counterparty, "IBAN DU TIERS"},
                               Title{Role::name, "NOM CONTREPARTIE*"},
                               Title{Role::name, "NOM DE LA CONTREPARTIE*"},
                               Title{Role::name, "NAAM TEGENPARTIJ*"},
                               Title{Role::name, "NAAM VAN DE TEGENPARTIJ"},
                               Title{Role::name, "NOM DU TIERS"},
                               Title{Role::name, "BENEFICIAIRE"},
                               Title{Role::name, "TIERS"},
                               Title{Role::name, "PAYEE"},
                               Title{Role::name, "EMETTEUR*"},
                               Title{Role::name, "DONNEUR D ORDRE"},
                               Title{Role::name, "SUPPLIERFOUND"},
                               Title{Role::name, "BEGUNSTIGTER*"},
                               Title{Role::name, "BEGUENSTIGTER*"},
                               Title{Role::name, "AUFTRAGGEBER EMPFANGER*"},
                               Title{Role::name, "NAME ZAHLUNGSBETEILIGTER"},
                               Title{Role::name, "ZAHLUNGSEMPFANGER*"},
                               Title{Role::name, "PARTNER NAME"},
                               Title{Role::name, "COUNTERPARTY NAME*"},
                               Title{Role::name, "COUNTERPARTY"},
                               Title{Role::name, "PAYEE NAME"},
                               Title{Role::name, "NOM DU BENEFICIAIRE"},
                               Title{Role::name, "NOM BENEFICIAIRE"},
                               Title{Role::name, "NOM DE LA CONTREPARTIE"},
                               Title{Role::name, "NAAM OMSCHRIJVING"},
                               Title{Role::account, "NUMERO DE COMPTE"},
                               Title{Role::account, "NUMERO COMPTE"},
                               Title{Role::account, "N DE COMPTE"},
                               Title{Role::account, "N COMPTE"},
                               Title{Role::account, "REKENINGNUMMER"},
                               Title{Role::account, "REKENING"},
                               Title{Role::account, "COMPTE"},
                               Title{Role::account, "IBAN*"},
                               Title{Role::account, "ACCOUNTNUM"},
                               Title{Role::account, "AUFTRAGSKONTO"},
                               Title{Role::account, "IBAN AUFTRAGSKONTO"},
                               Title{Role::account, "ACCOUNT NUMBER"},
                               Title{Role::account, "ACCOUNT NO"},
                               Title{Role::account, "KONTONUMMER"},
                               Title{Role::account, "KONTO"},
                               Title{Role::account, "ACCOUNT"},
                               Title{Role::account, "RIB"},
                               Title{Role::account, "CUENTA"},
                               Title{Role::account, "CONTO"},
                               Title{Role::account, "CONTA"},
                               Title{Role::reference, "OPERATION NUMBER"},
                               Title{Role::reference, "OPERATION ID"},
                               Title{Role::label, "LIBELLE COMPLET*"},
                               Title{Role::label, "LIBELLE OP*"},
                               Title{Role::label, "LIBELLE DE L OP*"},
                               Title{Role::label, "LIBELLE*"},
                               Title{Role::label, "COMMUNICATION LIBRE"},
                               Title{Role::label, "VRIJE MEDEDELING"},
                               Title{Role::label, "COMMUNICATION*"},
                               Title{Role::label, "MEDEDELING*"},
                               Title{Role::label, "LABEL"},
                               Title{Role::label, "INTITULE*"},
                               Title{Role::label, "DESCRIPTION*"},
                               Title{Role::label, "OMSCHRIJVING*"},
                               Title{Role::label, "BESCHRIJVING*"},
                               Title{Role::label, "NATURE*"},
                               Title{Role::label, "MOTIF*"},
                               Title{Role::label, "OPERATION*"},
                               Title{Role::label, "VERWENDUNGSZWECK*"},
                               Title{Role::label, "PAYMENT REFERENCE"},
                               Title{Role::label, "BUCHUNGSTEXT*"},
                               Title{Role::label, "VORGANG*"},
                               Title{Role::label, "REMITTANCE*"},
                               Title{Role::label, "MOUVEMENT"},
                               Title{Role::label, "OPERATIONS"},
                               Title{Role::label, "MESSAGE"},
                               Title{Role::label, "NARRATIVE"},
                               Title{Role::label, "WORDING"},
                               Title{Role::label, "DETAIL*"},
                               Title{Role::label, "MEMO"},
                               Title{Role::label, "CONCEPTO*"},
                               Title{Role::label, "DESCRIPCION*"},
                               Title{Role::label, "DESCRIZIONE*"},
                               Title{Role::label, "CAUSALE*"},
                               Title{Role::label, "HISTORICO*"},
                               Title{Role::label, "DESCRICAO*"},
                               Title{Role::reference, "REFERENCE*"},
                               Title{Role::reference, "REF*"},
                               Title{Role::reference, "NUMERO D OPERATION"},
                               Title{Role::reference, "N OPERATION"},
                               Title{Role::reference, "N D OPERATION"},
                               Title{Role::reference, "NUMERO DE TRANSACTION"},
                               Title{Role::reference, "NUMERO DE MOUVEMENT"},
                               Title{Role::reference, "N DE SEQUENCE"},
                               Title{Role::reference, "TRANSACTIEREFERENTIE"},
                               Title{Role::reference, "TRANSACTIENUMMER"},
                               Title{Role::reference, "N PIECE"},
                               Title{Role::reference, "NUMERO"},
                               Title{Role::reference, "CODE OPERATION"},
                               Title{Role::reference, "VOLGNUMMER"},
                               Title{Role::status, "STATUT"},
                               Title{Role::status, "STATUS"},
                               Title{Role::status, "STATE"},
                               Title{Role::status, "ETAT"},
                               Title{Role::details, "NOTES"},
                               Title{Role::details, "MUTATIESOORT"},
                               Title{Role::details, "COMMENT*"},
                               Title{Role::details, "POINTAGE"},
                               Title{Role::details, "UMSATZTYP"},
                               Title{Role::details, "UMSATZART"},
                               Title{Role::details, "TRANSACTION"},
                               Title{Role::details, "TYPE*"},
                               Title{Role::details, "INFORMATION*"},
                               Title{Role::details, "CATEGOR*"}};

bool title_fits(std::string_view title, std::string_view words) {
    return words.ends_with('*') ? title.starts_with(words.substr(0, words.size() - 1)) : title == words;
}

/// Position in `titles`, its size when no title fits.
std::size_t rank_of(std::string_view title) {
    const auto found = std::ranges::find_if(titles, [&](const Title& known) { return title_fits(title, known.words); });
    return static_cast<std::size_t>(found - titles.begin());
}

std::string title_of(const Cell& cell) {
    auto text = cell.text;
    std::ranges::replace(text, '_', ' ');
    return folded(text);
}

std::vector<std::string> titles_of(const Row& row) {
    std::vector<std::string> found;
    for (const auto& cell : row.cells) found.push_back(title_of(cell));
    while (!found.empty() && found.back().empty()) found.pop_back();
    return found;
}

bool is_complete(const std::map<Role, int>& columns) {
    return columns.contains(Role::date) &&
           (columns.contains(Role::amount) || (columns.contains(Role::debit) && columns.contains(Role::credit)));
}

TableMapping mapping_of(const Row& row) {
    TableMapping mapping;
    mapping.header = titles_of(row);
    std::map<Role, std::size_t> best;
    std::vector<std::size_t> ranks;
    for (std::size_t column = 0; column < mapping.header.size(); ++column) {
        const auto rank = mapping.header[column].empty() ? titles.size() : rank_of(mapping.header[column]);
        ranks.push_back(rank);
        if (rank == titles.size()) continue;
        const auto role = titles[rank].role;
        if (best.contains(role) && best[role] <= rank) continue;
        best[role] = rank;
        mapping.columns[role] = static_cast<int>(column);
    }
    // "Date" and "Valeur" without any other date; a lone value date is the date.
    if (!mapping.columns.contains(Role::date) && mapping.columns.contains(Role::value_date))
        mapping.columns[Role::date] = mapping.columns[Role::value_date];
    if (!mapping.columns.contains(Role::label) && mapping.columns.contains(Role::details)) {
        mapping.columns[Role::label] = mapping.columns[Role::details];
        mapping.columns.erase(Role::details);
    }
    for (std::size_t column = 0; column < ranks.size(); ++column) {
        if (ranks[column] == titles.size()) continue;
        const auto role = titles[ranks[column]].role;
        const bool is_other_label = role == Role::label && mapping.columns[Role::label] != static_cast<int>(column);
        if (is_other_label || (role == Role::details && mapping.columns[Role::label] != static_cast<int>(column)))
            mapping.detail_columns.push_back(static_cast<int>(column));
    }
    mapping.columns.erase(Role::details);
    return mapping;
}

// Amounts without any sign, and beside them a column, whatever its title, that says "débit" or "crédit" in every row.
void find_direction(const Table& table, std::size_t first_row, TableMapping& mapping) {
    auto& columns = mapping.columns;
    for (const auto role : {Role::direction, Role::debit, Role::credit})
        if (columns.contains(role)) return;
    if (!columns.contains(Role::amount)) return;
    for (int column = 0; column < static_cast<int>(mapping.header.size()); ++column) {
        bool fits = column != columns[Role::amount] && column != columns[Role::date], tells_debits = false;
        for (auto row = first_row; fits && row < table.rows.size(); ++row) {
            const auto& amount = table.rows[row].at(columns[Role::amount]).text;
            if (amount.empty()) continue;
            const auto debit = is_debit(table.rows[row].at(column).text);
            fits = debit && amount.find_first_of("-(") == amount.npos && amount.find("\xE2\x88\x92") == amount.npos;
            tells_debits = tells_debits || debit.value_or(false);
        }
        if (!fits || !tells_debits) continue;
        std::erase_if(columns, [&](const auto& one) { return one.second == column; });
        std::erase(mapping.detail_columns, column);
        columns[Role::direction] = column;
        return;
    }
}

constexpr std::size_t header_rows_max = 60;  // banks print at most a page of account details first

}  // namespace

std::optional<FoundLayout> find_layout(const Table& table) {
    for (std::size_t index = 0; index < std::min(table.rows.size(), header_rows_max); ++index) {
        auto mapping = mapping_of(table.rows[index]);
        if (!is_complete(mapping.columns)) continue;
        find_direction(table, index + 1, mapping);
        return FoundLayout{std::move(mapping), index + 1};
    }
    return {};
}

std::optional<FoundLayout> find_saved_layout(const Table& table, const TableMapping& saved) {
    if (saved.header.empty()) return FoundLayout{saved, 0};
    for (std::size_t index = 0; index < std::min(table.rows.size(), header_rows_max); ++index)
        if (titles_of(table.rows[index]) == saved.header) return FoundLayout{saved, index + 1};
    return {};
}

}  // namespace daftar::banking
