// The look of printed documents: the web design system's colours and type scale, in points.
#pragma once
#include <array>

namespace daftar::pdf {

struct Color {
    double red, green, blue;
};
constexpr Color rgb(unsigned value) {
    return {((value >> 16) & 255) / 255.0, ((value >> 8) & 255) / 255.0, (value & 255) / 255.0};
}

inline constexpr Color ink = rgb(0x24211d);       // text
inline constexpr Color muted = rgb(0x6b645b);     // secondary text, 5.6:1 on white
inline constexpr Color hairline = rgb(0xd9d3ca);  // rules
inline constexpr Color zebra = rgb(0xf8f6f2);     // every other row
inline constexpr Color panel = rgb(0xf3f0ea);     // key figures, totals
inline constexpr Color brand = rgb(0x0e5a4a);     // deep green
inline constexpr Color brand_tint = rgb(0xe4efec);
inline constexpr Color accent = rgb(0xe0a030);      // saffron: what needs a look
inline constexpr Color accent_ink = rgb(0x8a5a00);  // saffron dark enough for text

/// Distinguishable with the common colour blindnesses (after Okabe and Ito), led by the brand.
inline constexpr std::array<Color, 6> series = {brand,         rgb(0xe0a030), rgb(0x4f86c6),
                                                rgb(0xa8557f), rgb(0x7d8a2e), rgb(0x6b645b)};

inline constexpr double page_width = 595.276, page_height = 841.89;  // A4
inline constexpr double margin = 54;
inline constexpr double body_width = page_width - 2 * margin;
inline constexpr double body_top = 74;                   // below the running header of pages 2 and after
inline constexpr double body_bottom = page_height - 72;  // above the footer

inline constexpr const char* font_family = "Inter, Noto Sans Arabic, DejaVu Sans";

}  // namespace daftar::pdf
