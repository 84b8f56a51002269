// libFuzzer: any bytes through the door that users have, every format included.
#include <cstdlib>

#include "banking/readers/read_statement.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto reading = daftar::banking::read_statement({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (reading.is_readable() == reading.statements.empty()) std::abort();
    return 0;
}
