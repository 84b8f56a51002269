// libFuzzer: whatever the bytes, the camt reader answers with statements or with located problems, never with a crash.
#include <cstdlib>

#include "banking/readers/readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace daftar::banking;
    Faults faults;
    std::string format;
    const auto statements = read_camt({reinterpret_cast<const char*>(data), size}, format, faults);
    if (statements.empty() && !faults.any()) std::abort();
    return 0;
}
