#include "core/pdf_flow.hpp"

#include <algorithm>

namespace daftar::pdf {
namespace {

constexpr double address_width = 300;

std::string page_label(const std::string& language, unsigned page, unsigned pages) {
    const char* word = language == "ar" ? "صفحة" : "Page";
    return std::string(word) + " " + std::to_string(page) + " / " + std::to_string(pages);
}

std::string date_text(const PdfLetterhead& letterhead) {
    return letterhead.language == "fr" ? "Le " + french(letterhead.date) : french(letterhead.date);
}

}  // namespace

Flow::Flow(Canvas& canvas, const PdfLetterhead& letterhead, unsigned pages_expected)
    : canvas_(canvas), letterhead_(letterhead), pages_expected_(pages_expected) {
    first_header();
    top_ = y_;
}

void Flow::first_header() {
    canvas_.rectangle(0, 0, page_width, 7, brand);
    canvas_.rectangle(0, 7, margin + 56, 2, accent);

    double left_bottom = 40;
    const auto name =
        canvas_.set(letterhead_.organization, {.size = 13, .weight = Weight::bold, .color = brand}, address_width);
    canvas_.text(name, margin, left_bottom, address_width);
    left_bottom += name.height() + 3;
    for (const auto& line : letterhead_.address) {
        const auto text = canvas_.set(line, {.size = 8, .color = muted}, address_width);
        canvas_.text(text, margin, left_bottom, address_width);
        left_bottom += text.height();
    }
    double right_bottom = 42;
    const double side = body_width - address_width;
    for (const auto& line : {date_text(letterhead_), letterhead_.reference}) {
        if (line.empty()) continue;
        const auto text = canvas_.set(line, {.size = 8.5, .color = muted, .align = PdfAlign::end}, side);
        canvas_.text(text, margin + address_width, right_bottom, side);
        right_bottom += text.height() + 1;
    }
    y_ = std::max(left_bottom, right_bottom) + 26;
    const auto title = canvas_.set(letterhead_.title, {.size = 22, .weight = Weight::bold}, body_width);
    canvas_.text(title, margin, y_, body_width);
    y_ += title.height() + 2;
    if (!letterhead_.subtitle.empty()) {
        const auto subtitle = canvas_.set(letterhead_.subtitle, {.size = 11, .color = muted}, body_width);
        canvas_.text(subtitle, margin, y_, body_width);
        y_ += subtitle.height();
    }
    y_ += 16;
}

void Flow::running_header() {
    canvas_.rectangle(0, 0, page_width, 4, brand);
    const double half = body_width * 0.54;
    const auto title = canvas_.set(letterhead_.organization + "  ·  " + letterhead_.title,
                                   {.size = 8, .weight = Weight::medium, .color = muted, .height_max = 10}, half);
    canvas_.text(title, margin, 36, half);
    const auto when = canvas_.set(
        letterhead_.subtitle, {.size = 8, .color = muted, .align = PdfAlign::end, .height_max = 10}, body_width - half);
    canvas_.text(when, margin + half, 36, body_width - half);
    canvas_.rule(margin, 52, body_width, hairline);
    y_ = top_ = body_top;
}

void Flow::footer() {
    const double top = page_height - 52, page_width_label = 80;
    canvas_.rule(margin, top, body_width, hairline);
    const double proof_width = body_width - page_width_label;
    const auto proof = canvas_.set(letterhead_.proof, {.size = 6.5, .color = muted, .height_max = 24}, proof_width);
    canvas_.text(proof, margin, top + 7, proof_width);
    const auto label =
        canvas_.set(page_label(letterhead_.language, page_, pages_expected_),
                    {.size = 8, .weight = Weight::medium, .color = muted, .align = PdfAlign::end}, page_width_label);
    canvas_.text(label, margin + proof_width, top + 6, page_width_label);
}

bool Flow::need(double height) {
    if (room() >= height || at_top()) return false;
    next_page();
    return true;
}

void Flow::next_page() {
    footer();
    canvas_.next_page();
    ++page_;
    running_header();
}

unsigned Flow::finish() {
    footer();
    canvas_.finish();
    return page_;
}

}  // namespace daftar::pdf
