#include "documents/extract/extract.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "documents/extract/process.hpp"

namespace daftar::documents {
namespace {

constexpr std::size_t output_bytes_max = 200'000'000;

ExtractedDocument refused(const char* code) {
    ExtractedDocument document;
    document.failure = ExtractFailure{code, failure_message(code), 0};
    return document;
}

/// The folder named by DAFTAR_EXTRACT_FOLDER; else the folder of the running program, one above it, or a `bin` there
/// (where a build leaves programs).
std::string find_program(const std::string& name) {
    if (const char* folder = std::getenv("DAFTAR_EXTRACT_FOLDER")) return std::string(folder) + "/" + name;
    std::error_code error;
    auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (int levels = 0; levels < 4 && !folder.empty(); ++levels) {
        for (const auto& candidate : {folder / name, folder / "bin" / name})
            if (access(candidate.c_str(), X_OK) == 0) return candidate.string();
        folder = folder.parent_path();
    }
    return "";
}

ExtractedDocument run(const std::string& name, std::span<const std::byte> file, const ExtractLimits& limits,
                      int seconds_max, const PagesRead& pages_read) {
    const auto program = find_program(name);
    if (program.empty()) return refused("extraction_unavailable");
    const std::vector<std::string> arguments{"--bytes",
                                             std::to_string(limits.bytes_max),
                                             "--pages",
                                             std::to_string(limits.pages_max),
                                             "--pixels",
                                             std::to_string(limits.pixels_max),
                                             "--native-seconds",
                                             std::to_string(limits.native_seconds_max),
                                             "--recognition-seconds",
                                             std::to_string(limits.recognition_seconds_max),
                                             "--memory-megabytes",
                                             std::to_string(limits.memory_megabytes_max),
                                             "--languages",
                                             limits.languages};
    std::function<void(std::string_view)> watch;
    if (pages_read)
        watch = [&](std::string_view output) {
            const auto [done, of] = progress_in(output);
            pages_read(done, of);
        };
    const auto outcome = run_process(program, arguments, file, seconds_max, output_bytes_max, watch);
    if (!outcome.started) return refused("extraction_unavailable");
    if (outcome.overran) return refused("time_exceeded");
    if (outcome.output.ends_with('}'))
        return extracted_from_json(
            std::string_view(outcome.output).substr(std::min(outcome.output.find('{'), outcome.output.size())));
    if (outcome.signal == SIGXCPU) return refused("time_exceeded");
    if (outcome.signal == SIGKILL)
        return refused("extraction_interrupted");  // by the system, short of memory, or a person
    // Poppler ends its process with code 1 when an allocation fails; an uncaught bad_alloc aborts.
    if (outcome.exit_code == 1 || outcome.signal == SIGABRT) return refused("memory_exceeded");
    return refused("broken_document");
}

}  // namespace

std::string progress_line(int done, int of) { return std::to_string(done) + '/' + std::to_string(of) + '\n'; }

std::pair<int, int> progress_in(std::string_view output) {
    constexpr std::size_t lines_max = 100'000;  // of a child gone wild; the JSON begins before
    const auto lines = output.substr(0, std::min(output.substr(0, lines_max).find('{'), lines_max));
    const auto end = lines.rfind('\n');
    if (end == std::string_view::npos) return {0, 0};
    const auto before = lines.substr(0, end).rfind('\n');
    const auto line = lines.substr(0, end).substr(before == std::string_view::npos ? 0 : before + 1);
    int done = 0, of = 0;
    const auto* end_of_line = line.data() + line.size();
    const auto [slash, fault] = std::from_chars(line.data(), end_of_line, done);
    if (fault != std::errc() || slash == end_of_line || *slash != '/') return {0, 0};
    std::from_chars(slash + 1, end_of_line, of);
    return of < 1 || done < 0 || done > of ? std::pair(0, 0) : std::pair(done, of);
}

ExtractedDocument extract(std::span<const std::byte> file, const ExtractLimits& limits, const PagesRead& pages_read) {
    if (static_cast<std::int64_t>(file.size()) > limits.bytes_max) return refused("too_large");
    if (file.empty()) return refused("broken_document");
    auto native = run("daftar-extract", file, limits, limits.native_seconds_max, pages_read);
    if (!limits.recognition || !needs_recognition(native)) return native;
    return run("daftar-extract-ocr", file, limits, limits.recognition_seconds_max, pages_read);
}

}  // namespace daftar::documents
