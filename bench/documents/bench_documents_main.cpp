// bench_documents [--count N] [--scans N] [--seed N] [--extra FOLDER] [--papers CLASS FOLDER]… [--failures] [--show
// FILE
// [--scanned]] [--turned]
// Made papers of both sets and papers of others through the real child process and the reader: accuracy by field and
// class, seconds a page, and how often a confident field is wrong.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstring>

#include "bench/documents/outside_papers.hpp"
#include "bench/documents/scanned.hpp"
#include "bench/documents/taught.hpp"
#include "core/text_of_enum.hpp"
#include "documents/corpus/corpus.hpp"
#include "documents/extract/extract.hpp"

namespace {

using namespace daftar;
using namespace daftar::documents;

struct Options {
    int count = 120, scans = 12;
    unsigned long long seed = 1;
    bool failures = false, through_scanner = false, turned = false;
    std::string extra, show;
    std::vector<std::pair<std::string, std::string>> papers;  ///< class and folder
};

struct Read {
    ExtractedDocument document;
    InvoiceReading reading;
    PageCost cost;
    std::string failure;
};

/// Processor time of this process and of the children it has waited for: what the machine's other work does not change.
double processor_seconds() {
    double seconds = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        getrusage(who, &usage);
        for (const auto& time : {usage.ru_utime, usage.ru_stime})
            seconds += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    }
    return seconds;
}

Read read(const std::string& bytes, bool with_embedded = true, const ReadingKnowledge& known = {}) {
    const auto start = std::chrono::steady_clock::now();
    const double processor_start = processor_seconds();
    auto document = extract(std::as_bytes(std::span(bytes)));
    if (!with_embedded) document.embedded_files.clear();
    Read out{{}, read_invoice(document, known), {}, document.failure ? document.failure->code : ""};
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const auto pages = static_cast<double>(std::max<std::size_t>(document.pages.size(), 1));
    out.cost = {taken.count() / pages, (processor_seconds() - processor_start) / pages};
    out.document = std::move(document);
    return out;
}

Truth truth_of(const MadeInvoice& made) {
    static constexpr const char* kinds[] = {"supplier_invoice", "credit_note", "utility_bill"};
    Truth truth;
    truth.type = kinds[static_cast<int>(made.kind)];
    truth.issuer = made.issuer.name;
    truth.customer = made.customer.name;
    truth.issuer_identifier = made.issuer.identifiers[0].second;
    truth.number = made.number;
    truth.issue_date = made.issue_date.text();
    truth.due_date = made.due_date.text();
    truth.currency = made.currency;
    truth.payment_iban = made.issuer.iban;
    truth.structured_communication = made.structured_communication;
    truth.excluding_tax = made.total_excluding_tax;
    truth.tax = made.total_tax;
    truth.including_tax = made.total_including_tax;
    truth.due = made.due;
    for (const auto& line : made.lines) truth.line_amounts.push_back(line.amount);
    return truth;
}

void report(const Options& options, const std::string& name, const Read& result,
            const std::vector<std::string>& wrong) {
    if (!options.failures || (wrong.empty() && result.failure.empty())) return;
    std::printf("%s %s\n", name.c_str(), result.failure.c_str());
    for (const auto& line : wrong) std::printf("    %s\n", line.c_str());
}

void bench_made(const Options& options, Scores& scores) {
    for (const bool unseen : {false, true}) {
        const auto styles = unseen ? unseen_styles() : known_styles();
        for (int i = 0; i < options.count; ++i) {
            const auto number = options.seed * 1'000'003 + static_cast<std::uint64_t>(i) + (unseen ? 500'000 : 0);
            const auto& style = styles[static_cast<std::size_t>(i) % styles.size()];
            const auto made = make_invoice(number);
            const auto name = std::string(style.name) + "-" + std::to_string(i);
            const auto native = read(draw_pdf(made, style, unseen));
            report(options, name, native,
                   scores.add(unseen ? "native, unseen layouts" : "native, known layouts", truth_of(made),
                              native.reading, native.cost));
            if (!unseen || i >= options.scans) continue;
            const auto scan = read(draw_scan(made, style, unseen,
                                             {200,
                                              i % 3 == 0   ? 0.7
                                              : i % 3 == 1 ? -0.5
                                                           : 0.0,
                                              14},
                                             number));
            report(options, name + " scan", scan,
                   scores.add("scan, unseen layouts", truth_of(made), scan.reading, scan.cost));
        }
    }
}

void bench_outside(const Options& options, Scores& scores) {
    for (const auto& paper : outside_papers(options.extra)) {
        const auto bytes = file_bytes(paper.file);
        const auto whole = read(bytes);
        const auto name = paper.file.filename().string();
        const bool image = !bytes.starts_with("%PDF");
        report(options, name, whole,
               scores.add(image ? "papers of others, images" : "papers of others, as they are", paper.truth,
                          whole.reading, whole.cost));
        if (image) continue;
        const auto printed = read(bytes, false);
        report(options, name + " without its XML", printed,
               scores.add("papers of others, printed text only", paper.truth, printed.reading, printed.cost));
    }
}

/// Papers that a browser printed: as they are, and through a scanner.
void bench_printed(const Options& options, const std::string& paper_class, const std::string& folder, Scores& scores) {
    int scans = 0;
    ReadingKnowledge taught;
    for (const auto& paper : outside_papers(folder)) {
        const auto bytes = file_bytes(paper.file);
        const auto name = paper.file.filename().string();
        const auto native = read(bytes);
        report(options, name, native, scores.add(paper_class, paper.truth, native.reading, native.cost));
        // "issuer-1.pdf" is corrected; -2, -3 and -4 are his next papers.
        const auto number = name.size() > 6 && name[name.size() - 6] == '-' ? name[name.size() - 5] : '0';
        if (number == '1') taught = taught_by(native.document, native.reading, paper.truth);
        if (number > '1') {
            const auto next = read(bytes, true, taught);
            report(options, name + " after one correction", next,
                   scores.add(paper_class + ", after one correction", paper.truth, next.reading, next.cost));
        }
        if (scans++ >= options.scans) continue;
        const auto scan = read(scanned(bytes, options.seed * 7'919 + static_cast<std::uint64_t>(scans)));
        report(options, name + " scanned", scan,
               scores.add(paper_class + ", scanned", paper.truth, scan.reading, scan.cost));
        if (!options.turned) continue;
        const auto lying =
            read(scanned(bytes, options.seed * 7'919 + static_cast<std::uint64_t>(scans), 1 + scans % 3));
        report(options, name + " scanned and turned", lying,
               scores.add(paper_class + ", scanned and turned", paper.truth, lying.reading, lying.cost));
    }
}

void show(const std::string& file, bool through_scanner, int turns) {
    const auto bytes = through_scanner ? scanned(file_bytes(file), 1, turns) : file_bytes(file);
    const auto document = extract(std::as_bytes(std::span(bytes)));
    auto printed = document;
    printed.embedded_files.clear();
    const auto reading = read_invoice(printed);
    if (document.failure) std::printf("%s: %s\n", document.failure->code.c_str(), document.failure->message.c_str());
    for (const auto& page : document.pages) {
        float row = -1;
        for (const auto& word : page.words) {
            if (std::abs(word.y - row) > 4) std::printf("\n  |");
            row = word.y;
            std::printf(" %s", word.text.c_str());
        }
    }
    std::printf("\n%s, language %s\n", std::string(name_of(reading.type)).c_str(), reading.language.c_str());
    const auto line = [](const char* name, const auto& field) {
        if (!field) return;
        std::string value;
        if constexpr (requires { field->value.text(); })
            value = field->value.text();
        else
            value = field->value;
        std::printf("  %-22s %-34s %4d  %s\n", name, value.c_str(), field->confidence, field->reason.c_str());
    };
    line("issuer", reading.issuer.name);
    for (const auto& [kind, text] : reading.issuer.identifiers)
        std::printf("    %-20s %s (%d)\n", kind.c_str(), text.value.c_str(), text.confidence);
    line("customer", reading.customer.name);
    for (const auto& [kind, text] : reading.customer.identifiers)
        std::printf("    %-20s %s (%d)\n", kind.c_str(), text.value.c_str(), text.confidence);
    line("number", reading.number);
    line("order_number", reading.order_number);
    line("customer_number", reading.customer_number);
    line("issue_date", reading.issue_date);
    line("due_date", reading.due_date);
    line("period_start", reading.period_start);
    line("period_end", reading.period_end);
    line("currency", reading.currency);
    line("total_excluding_tax", reading.total_excluding_tax);
    line("total_tax", reading.total_tax);
    line("total_including_tax", reading.total_including_tax);
    line("amount_due", reading.amount_due);
    line("amount_paid", reading.amount_paid);
    line("previous_balance", reading.previous_balance);
    line("communication", reading.structured_communication);
    line("payment_iban", reading.payment_iban);
    for (const auto& tax : reading.taxes)
        std::printf("  TVA %s %%: %s -> %s\n", tax.rate.text().c_str(), tax.base.value.text().c_str(),
                    tax.tax.value.text().c_str());
    for (const auto& each : reading.lines)
        std::printf("  line %-44s %8s x %-10s = %s\n", each.label.value.c_str(),
                    each.quantity ? each.quantity->value.text().c_str() : "",
                    each.unit_price ? each.unit_price->value.text().c_str() : "", each.amount.value.text().c_str());
    for (const auto& check : reading.checks)
        std::printf("  %s %s\n", check.passed ? "ok" : "NO", check.explanation.c_str());
}

}  // namespace

int main(int argument_count, char** arguments) {
    Options options;
    for (int i = 1; i < argument_count; ++i) {
        const std::string name = arguments[i];
        const auto next = [&] { return i + 1 < argument_count ? std::string(arguments[++i]) : std::string(); };
        if (name == "--count")
            options.count = std::stoi(next());
        else if (name == "--scans")
            options.scans = std::stoi(next());
        else if (name == "--seed")
            options.seed = std::stoull(next());
        else if (name == "--extra")
            options.extra = next();
        else if (name == "--papers") {
            const auto paper_class = next();
            options.papers.emplace_back(paper_class, next());
        } else if (name == "--show")
            options.show = next();
        else if (name == "--scanned")
            options.through_scanner = true;
        else if (name == "--turned")
            options.turned = true;
        else if (name == "--failures")
            options.failures = true;
        else
            return std::fprintf(stderr, "unknown option %s\n", name.c_str()), 2;
    }
    if (!options.show.empty()) return show(options.show, options.through_scanner, options.turned ? 1 : 0), 0;
    Scores scores;
    bench_made(options, scores);
    if (!options.extra.empty()) bench_outside(options, scores);
    for (const auto& [paper_class, folder] : options.papers) bench_printed(options, paper_class, folder, scores);
    scores.print();
}
