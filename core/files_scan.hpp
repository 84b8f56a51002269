// The virus scanner's door: a command that reads a file and says what it thinks.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

namespace daftar {

struct ScanResult {
    enum class Verdict {
        clean,
        infected,
        failed  ///< the scanner is missing, too slow or confused: the paper waits, it is not let through
    } verdict = Verdict::clean;
    std::string report = {};  ///< first lines the scanner printed
};

/// Runs `command` ("clamdscan --no-summary -", words apart by spaces, no shell) with the file as its standard input.
/// Exit 0 is clean, 1 infected, anything else a failure. An empty command finds everything clean.
ScanResult scan_file(const std::string& command, std::string_view content,
                     std::chrono::milliseconds limit = std::chrono::seconds(60));

}  // namespace daftar
