// The phrases themselves. Words as label_words() gives them: folded, "n°" for every way to say number; filler words
// (de, la, of, van …) are optional and left out.
#pragma once
#include <string_view>

#include "documents/reading/lexicon.hpp"

namespace daftar::documents {

struct Phrases {
    Meaning meaning;
    int weight;
    std::string_view phrases;  ///< separated by '|'
};

inline constexpr Phrases lexicon[] = {
    {Meaning::number, 96,
     "facture n°|n° facture|facture solde n°|facture definitive n°|facture finale n°|facture travaux n°|factures "
     "n°|note honoraires n°|n° note honoraires|avoir n°|n° avoir|facture avoir n°|note "
     "credit n°|n° note credit|"
     "facture acompte n°|n° quittance|quittance n°|facture proforma n°|invoice n°|n° invoice|tax invoice n°|credit "
     "note n°|credit memo n°|bill n°|"
     "factuurn°|factuur n°|n° factuur|factuurnummer|creditnota n°|creditnotanummer|creditfactuur "
     "n°|rechnungsn°|rechnungs n°|rechnung n°|rechnungsnummer|"
     "rechnungsnr|mietrechnung n°|gutschrift "
     "n°|gutschriftsnummer|gutschriftnummer|invoicenumber|invoicen°|invoicenr|n° factuur creditnota|"
     "factuurnr|creditnotanr|facturen°|n° facture avoir|rechnungs rechnungsnummer"},
    {Meaning::number, 85,
     "reference facture|ref facture|facture ref|facture reference|invoice id|invoice ref|invoice reference|recu n°|n° "
     "recu|ticket n°|n° ticket|"
     "receipt n°|devis n°|n° devis|offerte n°|offertenummer|quote n°|quotation n°|angebot "
     "n°|angebotsnummer|belegnummer|belegn°|beleg n°|belegnr|"
     "n° document|document n°|doc n°|documentnummer|dokument n°|facture electronique n°|bill invoice n°|documentnr|n° "
     "piece|piece n°|releve n°|"
     "appel n°|n° appel|appel cotisation n°|avis n°|n° avis|avis echeance n°|cash bill n°|inv n°|bon n°|kassabon "
     "n°|bonnummer|statement n°"},
    {Meaning::number, 45,
     "facture|avoir|note credit|note honoraires|invoice|tax invoice|credit "
     "note|factuur|creditnota|rechnung|gutschrift|n° ref|"
     "n°|ref|reference|votre facture|mietrechnung|quittance|receipt|bill"},
    {Meaning::other_number, 96,
     "facture liee|facture origine|facture associee|n° facture associee|facture rectifiee|n° facture origine|facture "
     "initiale|n° facture initiale|"
     "sur facture|bon livraison|n° bon livraison|bl n°|n° bl|bon reception|n° bon reception|numero dossier|n° "
     "dossier|dossier n°|original invoice|"
     "oorspronkelijke factuur|leveringsbon|lieferschein|lieferschein n°|lieferscheinnummer|lieferavis|delivery note|n° "
     "serie|serienummer|lot n°|n° lot|"
     "n° compteur|compteur n°|meter n°|zahlernummer|meternummer|facture precedente|tel n°|fax n°|appel offres|n° "
     "siret|n° tva|tva n°|btw n°|vat n°|"
     "steuernummer|steuer n°|n° ordre|hrb n°|kasse n°|table n°|page|pagina|seite|gst n°|gst reg n°|co reg n°|company "
     "n°|n° telephone|art n°|"
     "artikel n°|artikelnummer|n° article|n° rc|n° if|n° ice|n° cheque|cheque n°|cashier|terminal n°|pos n°|globale "
     "n°|n° bon vente|staff n°|"
     "auftragsn°|auftragsnummer|auftrag n°|compte n°|n° compte|projet|ref projet|n° enregistrement|agrement n°|n° "
     "agrement|votre facture precedente"},
    {Meaning::order_number, 85,
     "n° commande|commande n°|bon commande|n° bon commande|bon commande n°|votre commande|votre reference|votre "
     "ref|vos references|vos ref|ref commande|order n°|"
     "purchase order|po n°|ordernummer|ordernr|bestelnummer|bestelbon|uw referentie|uw "
     "ref|bestellnummer|bestellung|bestell n°|ihre bestellung|your ref|"
     "your reference|your order|referentie|order reference|order id|reference commande"},
    {Meaning::customer_number, 85,
     "n° client|client n°|code client|ref client|reference client|compte client|n° compte client|customer n°|account "
     "n°|customer id|klantnummer|klantnr|klant n°|"
     "kundennummer|kundennr|kunden n°|n° contrat|contrat n°|reference contrat|ref contrat|n° abonnement|n° "
     "abonne|abonnement n°|police n°|n° police|"
     "societaire n°|n° societaire|contractnummer|vertrag n°|vertragsnummer|vertragskonto|identifiant client|code "
     "abonne|n° adherent|customer "
     "account"},
    {Meaning::issue_date, 97,
     "date facture|facture date|date facture date livraison|date note|date facturation|date emission|date emission "
     "facture|emise le|facture emise le|etablie "
     "le|date document|invoice date|date issue|issue date|bill date|"
     "factuurdatum|rechnungsdatum|rechnungs datum|belegdatum|ausgestellt am|ausstellungsdatum|date avoir|date note "
     "credit|date invoice|datum factuur|"
     "datum rechnung|opgemaakt op|date etablissement|document date|tax point|factuur datum|invoicedate|date "
     "devis|datum creditnota|facture etablie le|creditnotadatum|credit note date|gutschriftsdatum|date releve compte"},
    {Meaning::issue_date, 75,
     "date|en date|fait le|datum|dated|issued|vom|facture du|facture le|d d|date heure|datum uhrzeit|date time|issued "
     "on"},
    {Meaning::issue_date, 45, "le|du"},
    {Meaning::due_date, 97,
     "date echeance|echeance|date exigibilite|exigible le|montant preleve le|seront preleves le|sera prelevee "
     "le|seront prelevees le|"
     "echeance le|date echeance paiement|date limite paiement|date limite "
     "reglement|limite "
     "paiement|payable avant|payable avant le|"
     "payer avant le|a payer avant le|payable au plus tard le|due date|payment due|payment due date|due on|due by|pay "
     "by|vervaldatum|vervaldag|vervalt op|"
     "te betalen voor|te betalen tegen|uiterste betaaldatum|betaaldatum|betalen voor|betaaltermijn|betalen "
     "uiterlijk|faelligkeitsdatum|falligkeitsdatum|fallig am|"
     "zahlbar bis|falligkeit|zahlungsziel|zahlbar bis zum|fallig|a regler avant le|a regler avant|regler avant le|a "
     "payer pour le|payment deadline|echeance paiement|"
     "a payer au plus tard le|reglement avant le|paiement au plus tard le|prelevement le|sera preleve le|uiterlijk "
     "betalen op|te betalen uiterlijk|payable au|payable jusqu au|reglement au|valeur au|a payer le|a regler le|payez "
     "avant le|payment due by|schrijven we rond|schrijven wij rond|schrijven we op|wordt afgeschreven "
     "op|afschrijving op|"
     "abgebucht am|eingezogen am|lastschrift am|abbuchung am|charged on|debited on|payable date|debit date|date "
     "prelevement le|"
     "prelevement automatique le|reglement au plus tard le|a acquitter avant le|payer au plus tard le"},
    {Meaning::due_date, 72, "avant le|au plus tard le|uiterlijk|bis zum|soit le|voor"},
    {Meaning::due_date, 45, "bis"},
    {Meaning::due_date, 60,
     "pour le|preleve le|date reglement|date paiement|date limite|date prelevement|payable le|reglement le|due"},
    {Meaning::other_date, 90,
     "date livraison|livraison|livre le|accepte le|signe le|valide le|devis du|commande du|"
     "date commande|date prestation|date prestations|delivery date|order "
     "date|orderdatum|besteldatum|leverdatum|leveringsdatum|"
     "lieferdatum|leistungsdatum|liefer leistungsdatum|bestelldatum|date releve|prochain releve|date prochain "
     "releve|prochaine releve|prochaine facture|date impression|date valeur|"
     "date intervention|date debut|date fin|print date|ship date|date expedition|date facture associee|date debut "
     "prestation|date fin prestation|volgende meteropname|meteropname|"
     "date facture liee|date achat|date commande client|date creation|afleverdatum|valable jusqu|geldig tot|valid "
     "until|gultig bis|date validite|date depart|"
     "date arrivee|ubergabe|ruckgabe|decret|loi|arrete|reglement du|consulte le|date travaux|contrat du|marche "
     "du|auftragsdatum|depuis le|paye le|recu le|index du|index au"},
    {Meaning::period, 90,
     "periode|periode facturation|periode facturee|periode consommation|facturation periode|billing period|service "
     "period|invoice period|abrechnungszeitraum|leistungszeitraum|"
     "facturatieperiode|verbruiksperiode|consommation du|periode du|period|zeitraum|periode concernee|periode "
     "prestation|prestations du|verbruik van|mois"},
    {Meaning::excluding_tax, 96,
     "rechnungssumme ohne ust|rechnungssumme ohne mwst|rechnungssumme netto|summe ohne umsatzsteuer|"
     "montant total hors taxes|montant total hors taxe|montant total hors tva|montant total htva|total general hors "
     "taxes|somme "
     "hors taxes|total montant ht|montant ht total|total prestations hors taxes|prix ht|prix total ht|"
     "total ht|total h t|montant total ht|total general ht|total hors taxes|total hors taxe|montant hors taxes|montant "
     "hors taxe|total hors tva|montant hors tva|"
     "total htva|montant htva|total net ht|net ht|net commercial|sous total ht|total brut ht|totaal excl btw|totaal "
     "exclusief btw|totaal exclusief|exclusief btw|subtotaal excl btw|"
     "bedrag excl btw|totaal excl|nettobedrag|netto bedrag|summe netto|gesamt netto|nettosumme|rechnungsbetrag "
     "netto|total netto|gesamtbetrag netto|netto gesamt|"
     "total excluding vat|total excl vat|total excluding tax|amount excl vat|amount excluding vat|total before "
     "tax|total net amount|total ex vat|net total amount|"
     "total excl tax|nettobetrag|netto summe|warenwert netto|net invoice amount|total htva eur|total prestations "
     "ht|total net hors taxes|untaxed amount|onbelast bedrag|gesamtbetrag exkl mwst|summe exkl mwst|gesamt exkl "
     "mwst|gesamtbetrag ohne mwst|summe ohne mwst|zwischensumme netto|"
     "total exkl mwst|gesamtbetrag ohne ust|summe ohne ust|nettowert|warenwert|rechnungsbetrag ohne mwst|total htva "
     "tous taux|summe netto positionen|excl btw|hors tva|"
     "totaal zonder btw|zonder btw|montant net ht|total net htva|total excl gst|total exclude gst|total excluding "
     "gst|total amount excluding gst|base htva|total ht net"},
    {Meaning::excluding_tax, 74,
     "positionssumme|summe der positionen|"
     "montant ht|ht|htva|base ht|base imposable|base tva|base taxable|montant taxable|sous total|subtotal|sub "
     "total|soustotal|subtotaal|zwischensumme|net amount|taxable amount|"
     "netto|maatstaf|maatstaf heffing|belastbaar bedrag|total net|net|total hors|base|summe positionen|amount "
     "taxable|belastbare basis|total prestations"},
    {Meaning::tax, 95,
     "total tva|montant tva|montant total tva|total taxes|montant taxes|totaal btw|btw bedrag|bedrag btw|total vat|vat "
     "amount|vat total|total tax|tax total|tax amount|steuerbetrag|"
     "summe mwst|summe ust|mwst betrag|ust betrag|umsatzsteuer gesamt|mehrwertsteuer gesamt|gesamt mwst|gst "
     "amount|total gst|gst payable|total taxe|taxe totale|mwst gesamt|total t v a"},
    {Meaning::tax, 72,
     "tva|dont tva|btw|vat|tax|sales tax|gst|mwst|mehrwertsteuer|umsatzsteuer|ust|taxes|zzgl mwst|zzgl ust|plus "
     "vat|add gst"},
    {Meaning::including_tax, 97,
     "total ttc|total t t c|montant ttc|montant total ttc|total general ttc|total facture ttc|total toutes taxes "
     "comprises|montant toutes taxes comprises|toutes taxes comprises|total tvac|montant tvac|"
     "total tva comprise|total tva incluse|total tvac eur|tvac|totaal incl btw|totaal inclusief btw|inclusief "
     "btw|bedrag incl btw|totaal inclusief|totaal incl|total incl vat|total including vat|"
     "total inc vat|total incl tax|total including tax|total including gst|total inclusive gst|total incl gst|total "
     "amount incl gst|total sales inclusive gst|bruttobetrag|gesamt brutto|summe brutto|gesamtbetrag "
     "brutto|rechnungsbetrag brutto|"
     "bruttosumme|brutto gesamt|invoice total|total facture|montant total facture|factuurtotaal|total ttc payer|total "
     "inclusive vat|total montant ttc|total with tax|total amount including vat|"
     "gesamt inkl mwst|gesamtbetrag inkl mwst|summe inkl mwst|total inkl mwst|rechnungsbetrag inkl mwst|inkl "
     "mwst|gesamtbetrag inkl ust|summe inkl ust|endbetrag inkl mwst|gesamtpreis inkl mwst|"
     "gesamtsumme brutto|total votre facture|montant votre facture|total facture ttc a payer|total with vat|total incl "
     "taxes|total taxes comprises"},
    {Meaning::including_tax, 88,
     "ttc|grand total|gesamtbetrag|rechnungsbetrag|endbetrag|gesamtsumme|endsumme|rechnungssumme|total general|montant "
     "total|montant facture|total amount|amount total|"
     "eindtotaal|totaalbedrag|factuurbedrag|totaal factuur|total gross|gross amount|gross total|brutto|total this "
     "invoice|total for this invoice|total sales|total avoir|"
     "total invoice|invoice amount|incl btw|montant avoir|totaal creditnota|total note credit|total rounded|rounded "
     "total|nett total|total round"},
    {Meaning::total, 62,
     "total|totaux|totaal|summe|gesamt|montant|total eur|total mad|total dh|totals|net total|total amt|ttl|total rm"},
    {Meaning::due, 96,
     "facture a payer|facture a regler|acompte a verser|net a payer|net payer|net a payer ttc|reste a payer|reste "
     "du|total a payer|montant a payer|solde a payer|somme a "
     "payer|net a regler|total a regler|montant a regler|solde du|"
     "reste a regler|a payer|amount due|total due|balance due|total amount due|please pay|amount payable|total "
     "payable|te betalen|totaal te betalen|te betalen bedrag|"
     "te voldoen|bedrag te betalen|openstaand bedrag|zahlbetrag|zu zahlen|zu zahlender betrag|noch zu zahlen|offener "
     "betrag|net a rembourser|net a deduire|"
     "net a votre credit|montant du|a regler|verschuldigd bedrag|te betalen saldo|nog te betalen|restant du|net en "
     "votre faveur|nachzahlung|nachforderung|restforderung|restzahlung|solde debiteur|nog te voldoen|montant a votre "
     "credit|due payable amount|saldo te betalen|terug te betalen|total sommes a "
     "payer|montant preleve|montant prelevement|somme a regler|total a prelever|abbuchungsbetrag|invoice amount due"},
    {Meaning::due, 70, "solde|saldo|reste|balance|restbetrag"},
    {Meaning::paid, 88,
     "erhaltene anzahlungen|anzahlungen|erhaltene anzahlung|"
     "acompte|acompte verse|acomptes|acompte recu|acomptes verses|deja paye|deja regle|deja verse|montant "
     "regle|montant paye|avance|avance versee|paiement recu|paiements recus|versement|"
     "amount paid|paid amount|less paid|prepaid|prepaid amount|deposit|deposit paid|voorschot|betaald "
     "voorschot|voorschotten|reeds betaald|anzahlung|bereits gezahlt|gezahlt|payments received|"
     "provision versee|provisions versees|payment received|regle le|vorauszahlung|acompte deduit|paid|payments|already "
     "paid|geleistete abschlage|abzuglich geleistete abschlage|abschlagszahlungen|geleistete "
     "abschlagszahlungen|geleistete "
     "vorauszahlungen|mensualites deja payees|versements effectues|avance deduite|acomptes factures|sommes "
     "versees|reeds "
     "gefactureerde voorschotten|aangerekende voorschotten|betaalde voorschotten|provision recue|provisions recues"},
    {Meaning::previous, 95,
     "solde anterieur|solde precedent|ancien solde|report solde|impayes|arrieres|arriere|previous balance|vorig "
     "saldo|montant anterieur|reliquat|rappel impayes|impayes anterieurs|"
     "facture anterieure impayee|vorige facturen|solde facture precedente|montants anterieurs|restant "
     "anterieur|openstaand saldo|total impayes|factures impayees"},
    {Meaning::discount, 80,
     "charge|remise|remise commerciale|rabais|ristourne|escompte|discount|korting|rabatt|skonto|remises"},
    {Meaning::other_amount, 90,
     "non soumis a tva|non soumis tva|non soumise a tva|debours|debours non soumis a tva|hors champ tva|retenue "
     "garantie|retenue source|gesamtbetrag "
     "zuschlage|gesamtbetrag abschlage|summe zuschlage|summe abschlage|zu abschlag|"
     "capital|au capital|indemnite|indemnite forfaitaire|penalite|penalites|cash|change|especes|rendu|rendu "
     "monnaie|tendered|wisselgeld|ruckgeld|gegeben|bar|cash received|"
     "rounding|rounding adj|rounding adjustment|total qty|total quantity|total items|qty|timbre|droit "
     "timbre|consommation|index|ancien index|nouvel index|frais recouvrement|minimum|"
     "cb|carte bancaire|pin|visa|mastercard|master card|change due|a rendre|monnaie rendue|credit "
     "card|bancontact|maestro|kapitaal|stammkapital|rabattsumme"},
    {Meaning::issuer, 80,
     "vendeur|fournisseur|emetteur|seller|supplier|verkaufer|verkoper|leverancier|lieferant|prestataire|service "
     "provider|titulaire compte|titulaire|beneficiaire|compte ouvert nom|"
     "begunstigde|kontoinhaber|raison sociale|expediteur|nom fournisseur|emis par|sold by|vendu par|ordre|a "
     "ordre|kreditor|rekeninghouder"},
    {Meaning::customer, 85,
     "facture a|facturer a|facturee a|adresse a|adressee a|adresse facturation|destinataire|client|cliente|nom "
     "client|doit|doit a|a "
     "attention|bill to|billto|billed to|invoice to|invoiced to|sold to|customer|"
     "bill to address|customer name|factuuradres|factuur aan|gefactureerd aan|klant|rechnungsadresse|rechnung "
     "an|rechnungsempfanger|kunde|kaufer|leistungsempfanger|acheteur|buyer|vos identifiants|adresse client|"
     "afnemer|abonne|titulaire contrat|nom abonne|maitre ouvrage|adresse livraison|ship to|deliver "
     "to|leveringsadres|afleveradres|lieferadresse|lieferanschrift|rechnungsanschrift|client facture|nom adresse "
     "client|"
     "coordonnees client|pour compte|bestemmeling|geadresseerde|kaufer leistungsempfanger|lieu consommation|point "
     "livraison|adresse chantier|leveradres|facturatieadres"},
};

struct Columns {
    std::string_view column;
    std::string_view phrases;  ///< separated by '|'
};

inline constexpr Columns column_lexicon[] = {
    {"description",
     "designation|description|libelle|article|articles|prestation|prestations|produit|produits|nature|nature "
     "prestation|detail|details|intitule|omschrijving|artikel|beschrijving|"
     "bezeichnung|beschreibung|item|items|product|service|services|leistung|designation prestations|description "
     "articles|objet|dienst|produkt|code article nom designation|item description|particulars|rubrique|libelles|nature "
     "travaux|"
     "dienst omschrijving|artikelbezeichnung|artikelomschrijving|omschrijving prestaties"},
    {"quantity",
     "qte|quantite|quantites|nombre|nb|qty|quantity|aantal|menge|hoeveelheid|anzahl|hours|heures|consommation|qty "
     "hrs|qte cdee|nbre|anz|conso"},
    {"unit_price",
     "pu|p u|pu ht|p u ht|pu htva|pu eur|pu dh|prix unitaire|prix unitaire ht|prix unit|prix unit ht|prix|unit "
     "price|price|rate|prijs|eenheidsprijs|prijs per stuk|stukprijs|einzelpreis|preis|nettopreis|e preis|"
     "unit cost|tarif|prix u|prix unitaire htva|unit price eur|stuckpreis|eenh prijs|prix uni|price "
     "unit|tarief|ep|epreis|pu net|prijs excl|p unit"},
    {"amount",
     "montant|montant ht|total|total ht|prix total|prix total ht|prix ht|amount|line total|bedrag|totaal|prijs incl "
     "btw|gesamtpreis|gesamt|betrag|positionsbetrag|net amount|netto|montant ttc|total ligne|"
     "prix incl btw|net charge|charges|total htva|montant htva|total eur|total dh|montant eur|montant dh|montant "
     "net|totaal excl|bedrag "
     "excl|prix ttc|total ttc|total net|totale|subtotal|total price|positionsbetrag ohne ust|valeur|gesamt netto|"
     "betrag eur|prix net|total net ht|bedrag eur|netto bedrag|totaalprijs|ext price|total "
     "amount|gp|nettobetrag|amount excl vat|montant total|bedrag excl btw|amount eur"},
    {"tax_rate",
     "tva|taux tva|tva %|% tva|btw|btw %|% btw|vat|vat %|vat rate|ust|mwst|tax|taux|tax rate|ust %|mwst %|btw "
     "tarief|steuer|tax %|steuersatz|ust satz|taux taxe|btwtarief"},
    {"unit", "unite|eenheid|einheit|unit|u|un|unit pu|eenh|unites|einh"},
    {"reference",
     "ref|reference|code|n°|pos|code article|ligne|line|art|art n°|position|artikelcode|artikelnr|ref "
     "article|sku|artikel n°|date|datum"},
    {"discount", "remise|rem|korting|rabatt|discount|remise %|disc"},
};

}  // namespace daftar::documents
