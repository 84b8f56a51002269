// What the child gives up before it looks at a stranger's file.
#pragma once

namespace daftar::documents {

struct SandboxLimits {
    int memory_megabytes = 0;  ///< address space; 0: unlimited
    int seconds = 0;           ///< processor time
};

/// Memory and time limits, no core file, no written file, no new process, no network, no exec, no file outside the
/// system's read-only data. False when the kernel refused one of them: then nothing may be opened.
bool enter_sandbox(const SandboxLimits& limits);

}  // namespace daftar::documents
