// Running a child with a file on its standard input, under a wall clock.
#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daftar::documents {

struct ChildOutcome {
    bool started = false;
    bool overran = false;  ///< killed because its time was over or it wrote too much
    int signal = 0;        ///< that ended it, 0 when it exited by itself
    int exit_code = 0;
    std::string output;
};

/// Empty environment apart from the number of threads; only standard input, output and error are open in the child.
/// A child that does not read or does not end is killed after `seconds_max`. `watch` sees the output so far, several
/// times a second; the child is killed when it throws. Nothing else throws.
ChildOutcome run_process(const std::string& program, const std::vector<std::string>& arguments,
                         std::span<const std::byte> input, int seconds_max, std::size_t output_bytes_max,
                         const std::function<void(std::string_view output)>& watch = {});

}  // namespace daftar::documents
