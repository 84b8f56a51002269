// Text inside HTML and XML.
#pragma once
#include <string>
#include <string_view>

namespace daftar {

/// The text with what markup would read as its own written as references; fit for contents and for quoted attributes.
std::string markup_escaped(std::string_view text);

}  // namespace daftar
