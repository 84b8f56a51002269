// libFuzzer: CSV with a header of a bank in front, so that most inputs reach the rows.
#include <cstdlib>
#include <string>

#include "banking/readers/read_statement.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace daftar::banking;
    const std::string body(reinterpret_cast<const char*>(data), size);
    for (const auto* header : {"", "Date;Libellé;Débit;Crédit;Solde\n", "Date,Label,Amount,Balance\n"}) {
        const auto reading = read_statement(header + body, "fuzz.csv");
        if (reading.is_readable() == reading.statements.empty()) std::abort();
        for (const auto& problem : reading.problems)
            if (problem.message.empty()) std::abort();
    }
    return 0;
}
