// A ZIP file from strangers: a workbook, or statement files that a bank packed together.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banking/readers/faults.hpp"

struct zip;

namespace daftar::banking {

class Archive {
public:
    /// Keeps no copy: `bytes` must outlive it.
    explicit Archive(std::string_view bytes);
    explicit operator bool() const { return archive_ != nullptr; }
    /// Names of the parts, folders left out; the first thousand.
    std::vector<std::string> names() const;
    /// One part unpacked; nothing when it is not there, too large (a fault) or encrypted.
    std::optional<std::string> part(const std::string& name, Faults& faults) const;

private:
    std::unique_ptr<zip, void (*)(zip*)> archive_;
};

}  // namespace daftar::banking
