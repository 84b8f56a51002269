// Papers that others wrote, with the truth files that came with them, listed in an index.tsv.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "bench/documents/scores.hpp"

namespace daftar::documents {

struct OutsidePaper {
    std::filesystem::path file;
    Truth truth;
};

/// Reads `folder/index.tsv` (columns file and ground_truth_file) and the truths that are invoice2data JSON, CII or UBL
/// XML, SROIE JSON, or those of made papers. Files of other kinds are left out. Without an index: every PDF and image,
/// with nothing asked.
std::vector<OutsidePaper> outside_papers(const std::filesystem::path& folder);

std::string file_bytes(const std::filesystem::path& file);

}  // namespace daftar::documents
