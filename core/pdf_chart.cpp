// Charts: axes with round numbers, direct labels, colours that colour-blind readers tell apart.
// Binary floating point is only geometry here: every printed value comes from the exact decimal.
#include <algorithm>
#include <cmath>

#include "core/ensure.hpp"
#include "core/pdf_flow.hpp"

namespace daftar::pdf {
namespace {

constexpr double plot_height = 130, axis_width = 52, label_height = 16;

double geometry(Decimal value) { return static_cast<double>(value.units) / std::pow(10.0, value.scale); }

/// "12 500", "-3 200": whole units, thousands apart by a narrow no-break space.
std::string grouped(double value) {
    std::string digits = std::to_string(std::llround(std::abs(value))), out;
    for (std::size_t index = 0; index < digits.size(); ++index) {
        if (index > 0 && (digits.size() - index) % 3 == 0) out += "\u202f";
        out += digits[index];
    }
    return (std::llround(value) < 0 ? "\u2212" : "") + out;
}

std::string whole(Decimal value) { return grouped(geometry(value.rounded(0))); }

/// Lowest and highest value shown and the distance between two lines: 1, 2 or 5 times a power of ten.
struct Scale {
    double low = 0, high = 0, step = 1;

    explicit Scale(const std::vector<PdfSeries>& series) {
        for (const auto& one : series)
            for (const auto& value : one.values) {
                low = std::min(low, geometry(value));
                high = std::max(high, geometry(value));
            }
        if (high == low) high = low + 1;
        const double rough = (high - low) / 4, power = std::pow(10.0, std::floor(std::log10(rough)));
        const double ratio = rough / power;
        step = std::max(1.0, power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10));
        low = std::floor(low / step) * step;
        high = std::ceil(high / step) * step;
    }
    /// Distance below `top` at which a value lies.
    double at(double value, double height) const { return height * (high - value) / (high - low); }
};

class Chart {
public:
    Chart(Flow& flow, const PdfChart& chart)
        : flow_(flow), canvas_(flow.canvas()), chart_(chart), scale_(chart.series) {}

    void title() {
        const std::string text = chart_.unit.empty() ? chart_.title : chart_.title + " (" + chart_.unit + ")";
        const auto set = canvas_.set(text, {.size = 9.5, .weight = Weight::semibold}, body_width);
        canvas_.text(set, margin, flow_.y(), body_width);
        flow_.advance(set.height() + 5);
    }

    void legend() {
        double x = margin + axis_width;
        for (std::size_t index = 0; index < chart_.series.size(); ++index) {
            const TextStyle style{.size = 8, .weight = Weight::medium, .color = muted};
            const double width = canvas_.natural_width(chart_.series[index].name, style) + 1;
            canvas_.rectangle(x, flow_.y() + 2.5, 7, 7, color(index), 2);
            canvas_.text(canvas_.set(chart_.series[index].name, style, width), x + 11, flow_.y(), width);
            x += width + 26;
        }
        flow_.advance(18);
    }

    void axes() {
        const double top = flow_.y(), width = body_width - axis_width;
        for (double value = scale_.low; value <= scale_.high + scale_.step / 2; value += scale_.step) {
            const double y = top + scale_.at(value, plot_height);
            const bool zero = std::abs(value) < scale_.step / 2;
            canvas_.rule(margin + axis_width, y, width, zero ? muted : hairline, zero ? 0.8 : 0.5);
            const auto label =
                canvas_.set(grouped(value), {.size = 7, .color = muted, .align = PdfAlign::end}, axis_width - 6);
            canvas_.text(label, margin, y - label.height() / 2, axis_width - 6);
        }
        const double slot = slot_width();
        for (std::size_t index = 0; index < chart_.labels.size(); ++index) {
            const auto label = canvas_.set(
                chart_.labels[index], {.size = 7, .color = muted, .align = PdfAlign::center, .height_max = 10}, slot);
            canvas_.text(label, slot_start(index), top + plot_height + 4, slot);
        }
    }

    void bars() {
        const double slot = slot_width(), group = slot * 0.72, top = flow_.y();
        const double bar = std::min(34.0, group / static_cast<double>(chart_.series.size()));
        const double used = bar * static_cast<double>(chart_.series.size());
        for (std::size_t one = 0; one < chart_.series.size(); ++one)
            for (std::size_t index = 0; index < chart_.labels.size(); ++index) {
                const double value = geometry(chart_.series[one].values[index]);
                const double from = scale_.at(std::max(value, 0.0), plot_height),
                             to = scale_.at(std::min(value, 0.0), plot_height);
                const double x = slot_start(index) + (slot - used) / 2 + bar * static_cast<double>(one);
                if (to - from > 0.1)
                    canvas_.rectangle(x + 0.5, top + from, bar - 1, to - from, color(one), std::min(2.0, to - from));
            }
    }

    void lines() {
        const double slot = slot_width(), top = flow_.y();
        for (std::size_t one = 0; one < chart_.series.size(); ++one) {
            const auto& values = chart_.series[one].values;
            for (std::size_t index = 0; index < values.size(); ++index) {
                const double x = slot_start(index) + slot / 2,
                             y = top + scale_.at(geometry(values[index]), plot_height);
                if (index > 0)
                    canvas_.segment(x - slot, top + scale_.at(geometry(values[index - 1]), plot_height), x, y,
                                    color(one), 1.6);
                canvas_.dot(x, y, 2, color(one));
            }
        }
    }

    void ranking() {
        constexpr double line = 15, name_width = 150, value_width = 70;
        const auto& values = chart_.series.front().values;
        double most = 1;
        for (const auto& value : values) most = std::max(most, std::abs(geometry(value)));
        const double room = body_width - name_width - value_width;
        for (std::size_t index = 0; index < chart_.labels.size(); ++index) {
            flow_.need(line);
            const double y = flow_.y(), length = std::max(1.0, room * std::abs(geometry(values[index])) / most);
            const auto name =
                canvas_.set(chart_.labels[index], {.size = 8, .align = PdfAlign::end, .height_max = 9}, name_width - 8);
            canvas_.text(name, margin, y, name_width - 8);
            canvas_.rectangle(margin + name_width, y + 1, length, 9, brand, 2);
            const auto value =
                canvas_.set(whole(values[index]), {.size = 8, .weight = Weight::medium, .color = muted}, value_width);
            canvas_.text(value, margin + name_width + length + 5, y, value_width);
            flow_.advance(line);
        }
        flow_.advance(10);
    }

private:
    static Color color(std::size_t index) { return series[index % series.size()]; }
    double slot_width() const { return (body_width - axis_width) / static_cast<double>(chart_.labels.size()); }
    double slot_start(std::size_t index) const {
        return margin + axis_width + slot_width() * static_cast<double>(index);
    }

    Flow& flow_;
    Canvas& canvas_;
    const PdfChart& chart_;
    Scale scale_;
};

}  // namespace

void draw_chart(Flow& flow, const PdfChart& chart) {
    if (chart.labels.empty() || chart.series.empty()) return;
    for (const auto& series : chart.series) ensure(series.values.size() == chart.labels.size(), "one value per label");
    Chart drawing(flow, chart);
    const bool ranking = chart.kind == PdfChartKind::ranking;
    flow.need(ranking ? 70 : plot_height + label_height + 60);
    drawing.title();
    if (ranking) return drawing.ranking();
    if (chart.series.size() > 1) drawing.legend();
    drawing.axes();
    chart.kind == PdfChartKind::bars ? drawing.bars() : drawing.lines();
    flow.advance(plot_height + label_height + 14);
}

}  // namespace daftar::pdf
