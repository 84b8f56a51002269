#include "bench/documents/outside_papers.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "core/text_of_enum.hpp"
#include "documents/reading/dates.hpp"
#include "documents/reading/e_invoice.hpp"
#include "documents/reading/fold.hpp"
#include "documents/reading/numbers.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {
namespace {

namespace json = boost::json;

std::optional<std::string> text_at(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value) return std::nullopt;
    if (const auto* text = value->if_string()) return std::string(*text);
    if (value->is_int64()) return std::to_string(value->as_int64());
    return std::nullopt;
}

std::optional<Decimal> amount_at(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || !(value->is_number())) return std::nullopt;
    return Decimal{std::llround(value->to_number<double>() * 100), 2};
}

Truth of_invoice2data(const json::object& object) {
    Truth truth;
    truth.issuer = text_at(object, "partner_name");
    if (!truth.issuer) truth.issuer = text_at(object, "issuer");
    truth.number = text_at(object, "invoice_number");
    truth.issue_date = text_at(object, "date");
    truth.due_date = text_at(object, "date_due");
    truth.currency = text_at(object, "currency");
    truth.including_tax = amount_at(object, "amount");
    truth.excluding_tax = amount_at(object, "amount_untaxed");
    truth.tax = amount_at(object, "amount_tax");
    truth.payment_iban = text_at(object, "iban");
    truth.issuer_identifier = text_at(object, "vat");
    if (!truth.issuer_identifier) truth.issuer_identifier = text_at(object, "siren");
    return truth;
}

Truth of_sroie(const json::object& object) {
    Truth truth;
    truth.issuer = text_at(object, "company");
    std::istringstream words(fold(text_at(object, "date").value_or("")));
    const std::vector<std::string> split{std::istream_iterator<std::string>(words), {}};
    if (const auto date = parse_printed_date(split)) truth.issue_date = date->value.text();
    if (const auto total = parse_printed_number(fold(text_at(object, "total").value_or(""))))
        truth.including_tax = total->value;
    return truth;
}

/// The form that `truth_json` writes for made papers; absent fields are not asked.
Truth of_made_paper(const json::object& object) {
    Truth truth;
    truth.type = text_at(object, "type");
    truth.issuer = text_at(object, "issuer");
    truth.customer = text_at(object, "customer");
    truth.issuer_identifier = text_at(object, "issuer_identifier");
    truth.number = text_at(object, "number");
    truth.issue_date = text_at(object, "issue_date");
    truth.due_date = text_at(object, "due_date");
    truth.currency = text_at(object, "currency");
    truth.payment_iban = text_at(object, "payment_iban");
    truth.structured_communication = text_at(object, "structured_communication");
    truth.excluding_tax = amount_at(object, "total_excluding_tax");
    truth.tax = amount_at(object, "total_tax");
    truth.including_tax = amount_at(object, "total_including_tax");
    truth.due = amount_at(object, "amount_due");
    if (const auto* lines = object.if_contains("line_amounts"))
        for (const auto& line : lines->as_array())
            truth.line_amounts.push_back({std::llround(line.to_number<double>() * 100), 2});
    return truth;
}

Truth of_e_invoice(const InvoiceReading& exact) {
    Truth truth;
    truth.type = name_of(exact.type);
    if (exact.issuer.name) truth.issuer = exact.issuer.name->value;
    if (exact.customer.name) truth.customer = exact.customer.name->value;
    if (!exact.issuer.identifiers.empty()) truth.issuer_identifier = exact.issuer.identifiers.front().text.value;
    if (exact.number) truth.number = exact.number->value;
    if (exact.issue_date) truth.issue_date = exact.issue_date->value.text();
    if (exact.due_date) truth.due_date = exact.due_date->value.text();
    if (exact.currency) truth.currency = exact.currency->value;
    const auto amount = [](const std::optional<AmountReading>& reading) {
        return reading ? std::optional(reading->value) : std::nullopt;
    };
    truth.excluding_tax = amount(exact.total_excluding_tax);
    truth.tax = amount(exact.total_tax);
    truth.including_tax = amount(exact.total_including_tax);
    truth.due = amount(exact.amount_due);
    if (exact.payment_iban) truth.payment_iban = registry::canonical(exact.payment_iban->value);
    for (const auto& line : exact.lines) truth.line_amounts.push_back(line.amount.value);
    return truth;
}

std::optional<Truth> truth_of(const std::string& text) {
    if (const auto exact = read_e_invoice(text)) return of_e_invoice(*exact);
    boost::system::error_code broken;
    const auto value = json::parse(text, broken);
    if (broken) return std::nullopt;
    if (const auto* list = value.if_array(); list && !list->empty() && list->front().is_object())
        return of_invoice2data(list->front().as_object());
    const auto* object = value.if_object();
    if (!object) return std::nullopt;
    if (object->contains("issue_date")) return of_made_paper(*object);
    return object->contains("company") ? of_sroie(*object) : of_invoice2data(*object);
}

bool is_paper(const std::filesystem::path& file) {
    const auto ending = fold(file.extension().string());
    return ending == ".pdf" || ending == ".jpg" || ending == ".jpeg" || ending == ".png" || ending == ".tif" ||
           ending == ".tiff";
}

}  // namespace

std::string file_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<OutsidePaper> outside_papers(const std::filesystem::path& folder) {
    std::vector<OutsidePaper> papers;
    std::ifstream index(folder / "index.tsv");
    std::string line;
    for (bool first = true; std::getline(index, line); first = false) {
        const auto tab = line.find('\t');
        if (first || tab == std::string::npos) continue;
        const auto file = folder / line.substr(0, tab);
        const auto truth_file = folder / line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
        if (!is_paper(file) || !std::filesystem::is_regular_file(truth_file)) continue;
        if (auto truth = truth_of(file_bytes(truth_file)))
            papers.push_back({file, std::move(*truth)});
        else
            std::cerr << truth_file << ": a truth of an unknown kind\n";
    }
    if (papers.empty())
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (is_paper(entry.path())) papers.push_back({entry.path(), {}});
    return papers;
}

}  // namespace daftar::documents
