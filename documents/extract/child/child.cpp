#include "documents/extract/child/child.hpp"

#include <unistd.h>

#include <cstdlib>
#include <map>
#include <new>

#include "documents/extract/child/extraction.hpp"
#include "documents/extract/child/sandbox.hpp"

namespace daftar::documents {
namespace {

ExtractLimits limits_from(int argument_count, char** arguments) {
    ExtractLimits limits;
    const std::map<std::string, int*> numbers{{"--bytes", &limits.bytes_max},
                                              {"--pages", &limits.pages_max},
                                              {"--pixels", &limits.pixels_max},
                                              {"--native-seconds", &limits.native_seconds_max},
                                              {"--recognition-seconds", &limits.recognition_seconds_max},
                                              {"--memory-megabytes", &limits.memory_megabytes_max}};
    for (int i = 1; i + 1 < argument_count; i += 2) {
        if (const auto found = numbers.find(arguments[i]); found != numbers.end())
            *found->second = std::atoi(arguments[i + 1]);
        else if (std::string(arguments[i]) == "--languages")
            limits.languages = arguments[i + 1];
    }
    return limits;
}

/// At most one byte more than allowed: enough to know that there is too much.
std::string read_standard_input(int bytes_max) {
    std::string file;
    char block[65536];
    for (;;) {
        const auto got = ::read(STDIN_FILENO, block, sizeof block);
        if (got <= 0) return file;
        file.append(block, static_cast<std::size_t>(got));
        if (static_cast<std::int64_t>(file.size()) > bytes_max) return file;
    }
}

void write_standard_output(std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

void tell_pages_read(int done, int of) { write_standard_output(progress_line(done, of)); }

int run_child(int argument_count, char** arguments, int ExtractLimits::*seconds_max,
              const std::function<void(const ExtractLimits&)>& prepare,
              const std::function<ExtractedDocument(std::string_view, const ExtractLimits&)>& read) {
    const auto limits = limits_from(argument_count, arguments);
    ExtractedDocument document;
    try {
        prepare(limits);
        const auto file = read_standard_input(limits.bytes_max);
        if (!enter_sandbox({limits.memory_megabytes_max, limits.*seconds_max + 1}))
            document = failed("extraction_unavailable");
        else
            document = read(file, limits);
    } catch (const std::bad_alloc&) {
        document = failed("memory_exceeded");
    } catch (const std::exception&) {
        document = failed("broken_document");
    }
    write_standard_output(to_json(document));
    // Destructors of the libraries have nothing left to do, and a hostile file could trip them.
    std::_Exit(0);
}

}  // namespace daftar::documents
