// libFuzzer: any bytes as JSON. What is read is written and read again to the same value.
#include <cstdlib>

#include "core/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace daftar;
    const auto parsed = parse_json({reinterpret_cast<const char*>(data), size});
    const auto* value = std::get_if<Json>(&parsed);
    if (!value) return 0;
    const auto again = parse_json(to_text(*value));
    if (!std::holds_alternative<Json>(again) || !(std::get<Json>(again) == *value)) std::abort();
    return 0;
}
