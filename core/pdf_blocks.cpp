// Headings, paragraphs and key figures.
#include <algorithm>

#include "core/pdf_flow.hpp"

namespace daftar::pdf {
namespace {

/// Height that must follow a heading on its page: the head of a table and two rows.
constexpr double heading_keeps = 70;

}  // namespace

void draw_heading(Flow& flow, const std::string& text, unsigned level) {
    const bool main = level <= 1;
    const auto set = flow.canvas().set(
        text, {.size = main ? 13.0 : 10.5, .weight = Weight::semibold, .color = main ? brand : ink}, body_width);
    const double before = flow.at_top() ? 0 : (main ? 16 : 10);
    flow.need(before + set.height() + heading_keeps);
    if (!flow.at_top()) flow.advance(before);
    flow.canvas().text(set, margin, flow.y(), body_width);
    flow.advance(set.height() + (main ? 6 : 4));
}

void draw_paragraph(Flow& flow, const PdfText& text, bool small) {
    const TextStyle style{.size = small ? 7.5 : 9.5,
                          .color = !text.link.empty() ? brand
                                   : small            ? muted
                                                      : ink,
                          .follow_text_direction = true};
    const auto set = flow.canvas().set(text.text, style, body_width);
    const int lines = pango_layout_get_line_count(set.layout());
    const double line_height = set.height() / std::max(lines, 1);
    for (int first = 0; first < lines;) {
        int fitting = static_cast<int>(flow.room() / line_height);
        const bool single_line_left_behind = first == 0 && fitting == 1 && lines > 1;
        if ((fitting < 1 || single_line_left_behind) && flow.need(page_height)) continue;
        fitting = std::max(fitting, 1);
        const int last = std::min(lines, first + fitting);
        const double height = flow.canvas().lines(set, first, last, margin, flow.y(), body_width);
        flow.canvas().link(text.link, margin, flow.y(), body_width, height);
        flow.advance(height);
        first = last;
    }
    flow.advance(small ? 4 : 7);
}

void draw_figures(Flow& flow, const std::vector<PdfFigure>& figures) {
    constexpr double gap = 10, padding = 9;
    const std::size_t per_row =
        figures.size() == 4 || figures.size() <= 2 ? std::min<std::size_t>(figures.size(), 4) : 3;
    Canvas& canvas = flow.canvas();
    for (std::size_t start = 0; start < figures.size(); start += per_row) {
        const std::size_t end = std::min(figures.size(), start + per_row);
        const double width = (body_width - gap * static_cast<double>(per_row - 1)) / static_cast<double>(per_row);
        const double inner = width - 2 * padding;
        struct Card {
            SetText label, value, note;
            double height;
        };
        std::vector<Card> cards;
        double height = 0;
        for (std::size_t index = start; index < end; ++index) {
            const auto& figure = figures[index];
            TextStyle value_style{
                .size = 15, .weight = Weight::bold, .color = figure.needs_attention ? accent_ink : brand};
            while (value_style.size > 9 && canvas.natural_width(figure.value, value_style) > inner)
                value_style.size -= 0.5;
            const std::string label = (figure.needs_attention ? "▲ " : "") + figure.label;
            Card card{canvas.set(label, {.size = 7.5, .weight = Weight::medium, .color = muted}, inner),
                      canvas.set(figure.value, value_style, inner),
                      canvas.set(figure.note, {.size = 7, .color = muted}, inner), 0};
            card.height =
                card.label.height() + card.value.height() + (figure.note.empty() ? 0 : card.note.height() + 2) + 3;
            height = std::max(height, card.height);
            cards.push_back(std::move(card));
        }
        height += 2 * padding;
        flow.need(height);
        for (std::size_t index = start; index < end; ++index) {
            const auto& figure = figures[index];
            const auto& card = cards[index - start];
            const double x = margin + static_cast<double>(index - start) * (width + gap);
            double y = flow.y() + padding;
            canvas.rectangle(x, flow.y(), width, height, panel, 6);
            canvas.rectangle(x, flow.y() + 6, 2.5, height - 12, figure.needs_attention ? accent : brand);
            canvas.text(card.label, x + padding, y, inner);
            y += card.label.height() + 3;
            canvas.text(card.value, x + padding, y, inner);
            y += card.value.height() + 2;
            if (!figure.note.empty()) canvas.text(card.note, x + padding, y, inner);
            canvas.link(figure.link, x, flow.y(), width, height);
        }
        flow.advance(height + gap);
    }
    flow.advance(4);
}

}  // namespace daftar::pdf
