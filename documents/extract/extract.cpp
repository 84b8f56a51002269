#include "documents/extract/extract.hpp"

#include <signal.h>
#include <unistd.h>

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
                      int seconds_max) {
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
    const auto outcome = run_process(program, arguments, file, seconds_max, output_bytes_max);
    if (!outcome.started) return refused("extraction_unavailable");
    if (outcome.overran) return refused("time_exceeded");
    if (outcome.output.ends_with('}')) return extracted_from_json(outcome.output);
    if (outcome.signal == SIGXCPU) return refused("time_exceeded");
    if (outcome.signal == SIGKILL)
        return refused("extraction_interrupted");  // by the system, short of memory, or a person
    // Poppler ends its process with code 1 when an allocation fails; an uncaught bad_alloc aborts.
    if (outcome.exit_code == 1 || outcome.signal == SIGABRT) return refused("memory_exceeded");
    return refused("broken_document");
}

}  // namespace

ExtractedDocument extract(std::span<const std::byte> file, const ExtractLimits& limits) {
    if (static_cast<std::int64_t>(file.size()) > limits.bytes_max) return refused("too_large");
    if (file.empty()) return refused("broken_document");
    auto native = run("daftar-extract", file, limits, limits.native_seconds_max);
    if (!limits.recognition || !needs_recognition(native)) return native;
    return run("daftar-extract-ocr", file, limits, limits.recognition_seconds_max);
}

}  // namespace daftar::documents
