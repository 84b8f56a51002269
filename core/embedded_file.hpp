// Text files compiled into the program.
#pragma once
#include <string_view>

namespace daftar {

struct EmbeddedFile {
    std::string_view name;  ///< without folder
    std::string_view text;
};

}  // namespace daftar
