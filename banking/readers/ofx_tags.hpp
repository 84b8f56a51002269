// OFX as a flat run of tags, the same for SGML (unclosed leaves) and XML.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace daftar::banking {

/// "<NAME>value": `closes` for "</NAME>". Names are upper case; entities in values are decoded.
struct OfxTag {
    std::string name;
    std::string value;
    bool closes = false;
    int line = 0;
};

/// Every tag after the headers; comments, declarations and processing instructions are left out.
std::vector<OfxTag> ofx_tags(std::string_view text);

}  // namespace daftar::banking
