#include "documents/plan.hpp"

namespace daftar::documents {
namespace {

enum class FieldKind { text, date, amount };
struct FieldName {
    const char* name;
    const char* label;
    FieldKind kind;
};
constexpr FieldName field_names[] = {
    {"issuer_name", "Fournisseur", FieldKind::text},
    {"customer_name", "Destinataire", FieldKind::text},
    {"number", "Numéro", FieldKind::text},
    {"issue_date", "Date", FieldKind::date},
    {"due_date", "Échéance", FieldKind::date},
    {"total_excluding_tax", "Total hors TVA", FieldKind::amount},
    {"total_tax", "TVA", FieldKind::amount},
    {"total_including_tax", "Total TTC", FieldKind::amount},
    {"amount_due", "Net à payer", FieldKind::amount},
    {"currency", "Monnaie", FieldKind::text},
    {"category", "Catégorie", FieldKind::text},
    {"description", "Libellé", FieldKind::text},
    {"payment_iban", "IBAN ou RIB", FieldKind::text},
    {"structured_communication", "Communication structurée", FieldKind::text},
};

PaperField empty_field(const FieldName& name) { return {name.name, name.label, "", 0, {}, {}, {}, {}, 0, "", {}}; }

template <class Reading>
PaperField field_from(const FieldName& name, const std::optional<Reading>& reading, std::string value) {
    if (!reading) return empty_field(name);
    return {name.name,           name.label,      std::move(value),   reading->page,
            reading->box.x,      reading->box.y,  reading->box.width, reading->box.height,
            reading->confidence, reading->reason, reading->checks};
}
PaperField text_field(const FieldName& name, const std::optional<TextReading>& reading) {
    return field_from(name, reading, reading ? reading->value : "");
}
PaperField date_field(const FieldName& name, const std::optional<DateReading>& reading) {
    return field_from(name, reading, reading ? reading->value.text() : "");
}
PaperField amount_field(const FieldName& name, const std::optional<AmountReading>& reading) {
    return field_from(name, reading, reading ? reading->value.text() : "");
}

std::string description_of(const InvoiceReading& reading) {
    std::string text = reading.lines.empty() ? "" : reading.lines.front().label.value;
    if (text.size() > 120) text.resize(text.rfind(' ', 120) == std::string::npos ? 0 : text.rfind(' ', 120));
    const auto issuer = reading.issuer.name ? reading.issuer.name->value : std::string();
    if (text.empty()) return issuer.empty() ? "Facture" : "Facture " + issuer;
    return issuer.empty() ? text : issuer + " – " + text;
}

Decimal decimal_of(const PaperField* field) {
    return field ? Decimal::parse(field->value).value_or(Decimal{}) : Decimal{};
}

std::optional<ledger::PageBox> box_of(Uuid document, std::int32_t page, Decimal x, Decimal y, Decimal width,
                                      Decimal height) {
    if (page < 1 || width.units == 0) return {};
    return ledger::PageBox{document, page, x, y, width, height};
}
std::optional<ledger::PageBox> box_of(Uuid document, const PaperField* field) {
    return field ? box_of(document, field->page, field->x, field->y, field->width, field->height) : std::nullopt;
}

/// tax / base as a part of one, when it is a whole number of half percents to the cent.
std::optional<Decimal> rate_of(Decimal base, Decimal tax) {
    if (base.units <= 0 || tax.units <= 0) return {};
    const auto thousandths = divide(tax, base, 3);
    const auto computed = (base * thousandths).rounded(2);
    const auto gap = computed - tax;
    return gap.rounded(2) <= Decimal{2, 2} && gap.rounded(2) >= Decimal{-2, 2} ? std::optional(thousandths.normalized())
                                                                               : std::nullopt;
}

}  // namespace

const PaperField* find_field(const std::vector<PaperField>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &PaperField::name);
    return found == fields.end() || found->value.empty() ? nullptr : &*found;
}

std::vector<PaperField> fields_of(const InvoiceReading& reading, std::string_view category) {
    std::vector<PaperField> fields;
    for (const auto& name : field_names) {
        const std::string_view field = name.name;
        if (field == "issuer_name")
            fields.push_back(text_field(name, reading.issuer.name));
        else if (field == "customer_name")
            fields.push_back(text_field(name, reading.customer.name));
        else if (field == "number")
            fields.push_back(text_field(name, reading.number));
        else if (field == "issue_date")
            fields.push_back(date_field(name, reading.issue_date));
        else if (field == "due_date")
            fields.push_back(date_field(name, reading.due_date));
        else if (field == "total_excluding_tax")
            fields.push_back(amount_field(name, reading.total_excluding_tax));
        else if (field == "total_tax")
            fields.push_back(amount_field(name, reading.total_tax));
        else if (field == "total_including_tax")
            fields.push_back(amount_field(name, reading.total_including_tax));
        else if (field == "amount_due")
            fields.push_back(amount_field(name, reading.amount_due));
        else if (field == "currency")
            fields.push_back(text_field(name, reading.currency));
        else if (field == "payment_iban")
            fields.push_back(text_field(name, reading.payment_iban ? reading.payment_iban : reading.payment_rib));
        else if (field == "structured_communication")
            fields.push_back(text_field(name, reading.structured_communication));
        else {
            auto deduced = empty_field(name);
            const bool is_category = field == "category";
            deduced.value = is_category ? std::string(category) : description_of(reading);
            deduced.confidence = !is_category ? 970 : category == "other" ? 300 : 900;
            deduced.reason = is_category ? "Déduite du fournisseur ou des mots de la facture"
                                         : "Composé du fournisseur et de la première ligne";
            fields.push_back(std::move(deduced));
        }
    }
    return fields;
}

std::vector<PaperTax> taxes_of(const InvoiceReading& reading) {
    std::vector<PaperTax> taxes;
    for (const auto& tax : reading.taxes)
        taxes.push_back({tax.rate, tax.base.value, tax.tax.value, tax.base.page, tax.base.box.x, tax.base.box.y,
                         tax.base.box.width, tax.base.box.height});
    return taxes;
}

std::optional<std::string> canonical_value(std::string_view field, std::string_view text) {
    const auto found = std::ranges::find(field_names, field, &FieldName::name);
    if (found == std::end(field_names)) return {};
    const auto plain = trimmed(text);
    if (plain.empty()) return std::string();
    if (found->kind == FieldKind::date) {
        if (const auto date = Date::parse(plain)) return date->text();
        if (plain.size() != 10 || plain[2] != '/' || plain[5] != '/') return {};
        const auto date = Date::parse(std::string(plain.substr(6)) + "-" + std::string(plain.substr(3, 2)) + "-" +
                                      std::string(plain.substr(0, 2)));
        return date ? std::optional(date->text()) : std::nullopt;
    }
    if (found->kind == FieldKind::amount) {
        std::string digits;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            const auto rest = plain.substr(i);
            if (rest.starts_with("\u00a0"))
                i += 1;
            else if (rest.starts_with("\u202f"))
                i += 2;
            else if (plain[i] != ' ')
                digits += plain[i] == ',' ? '.' : plain[i];
        }
        const auto amount = Decimal::parse(digits);
        return amount ? std::optional(amount->text()) : std::nullopt;
    }
    return utf8_length(plain) >= 0 && utf8_length(plain) <= 300 ? std::optional(std::string(plain)) : std::nullopt;
}

Problems problems_of(const std::vector<PaperField>& fields, std::string_view type, Currency books) {
    Problems problems;
    const auto report = [&](const char* field, Refusal refusal, const std::string& detail = {}) {
        problems.push_back({field, std::string(name_of(refusal)), std::string(text_of(refusal).sentence) + detail});
    };
    for (const auto* name : {"bank_statement", "quote", "minutes", "letter"})
        if (type == name) report("type", Refusal::not_an_invoice);
    for (const auto* name : {"issuer_name", "issue_date", "total_including_tax", "category", "description"})
        if (!find_field(fields, name)) report(name, Refusal::field_missing);
    const auto* currency = find_field(fields, "currency");
    if (currency && currency->value != books.code())
        report("currency", Refusal::wrong_currency, " (" + currency->value + ")");
    const auto *net = find_field(fields, "total_excluding_tax"), *tax = find_field(fields, "total_tax"),
               *total = find_field(fields, "total_including_tax");
    if (total && decimal_of(total) <= Decimal{}) report("total_including_tax", Refusal::invalid_field);
    if (net && total && decimal_of(net) + decimal_of(tax) != decimal_of(total))
        report("total_including_tax", Refusal::totals_disagree);
    return problems;
}

InvoiceToPost invoice_of(Uuid document, std::string_view type, const std::vector<PaperField>& fields,
                         const std::vector<PaperTax>& taxes) {
    const auto text = [&](const char* name) {
        const auto* field = find_field(fields, name);
        return field ? field->value : std::string();
    };
    const auto *net_field = find_field(fields, "total_excluding_tax"), *tax_field = find_field(fields, "total_tax"),
               *total_field = find_field(fields, "total_including_tax");
    const auto total = decimal_of(total_field);
    const auto tax = decimal_of(tax_field);
    const auto net = net_field ? decimal_of(net_field) : total - tax;

    InvoiceToPost invoice;
    invoice.document = document;
    invoice.is_credit_note = type == "credit_note";
    invoice.description = text("description");
    invoice.category = text("category");
    invoice.number = text("number");
    invoice.date = Date::parse(text("issue_date")).value_or(Date());
    invoice.due_date = Date::parse(text("due_date"));
    invoice.box = box_of(document, total_field);

    Decimal bases, amounts;
    for (const auto& part : taxes) bases = bases + part.base, amounts = amounts + part.tax;
    const auto exempt = net - bases;  // what no rate taxes: disbursements, a postage of 0 %
    if (!taxes.empty() && exempt.units >= 0 && amounts == tax && bases.units > 0) {
        for (const auto& part : taxes) {
            if (part.base.units == 0) continue;
            const auto rate = divide(part.rate, {100, 0}, 4).normalized();
            invoice.lines.push_back({invoice.description, part.base, rate, part.tax,
                                     box_of(document, part.page, part.x, part.y, part.width, part.height)});
        }
        if (exempt.units > 0)
            invoice.lines.push_back({invoice.description, exempt, {}, {}, box_of(document, net_field)});
    } else if (const auto rate = rate_of(net, tax)) {
        invoice.lines.push_back({invoice.description, net, rate, tax, box_of(document, net_field)});
    } else {
        invoice.lines.push_back({invoice.description, total, {}, {}, box_of(document, total_field)});
    }
    if (invoice.lines.size() == 1 && !invoice.lines.front().box) invoice.lines.front().box = invoice.box;
    return invoice;
}

}  // namespace daftar::documents
