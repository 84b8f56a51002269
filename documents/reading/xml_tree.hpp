// A small read-only view of an XML document by local names; libxml2 without network, entities or DTD.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _xmlDoc;
struct _xmlNode;

namespace daftar::documents {

class XmlElement {
public:
    XmlElement() = default;
    explicit XmlElement(_xmlNode* node) : node_(node) {}
    explicit operator bool() const { return node_ != nullptr; }

    /// The first element reached by local names separated by '/', from here; none when a step is missing.
    XmlElement at(std::string_view path) const;
    /// Every child element of that local name.
    std::vector<XmlElement> children(std::string_view name) const;
    /// Text of at(path), trimmed; of this element for an empty path; "" when missing.
    std::string text(std::string_view path = "") const;
    std::string attribute(const char* name) const;
    std::string name() const;

private:
    _xmlNode* node_ = nullptr;
};

class XmlDocument {
public:
    /// `root()` is none when the text is not well-formed.
    explicit XmlDocument(std::string_view text);
    ~XmlDocument();
    XmlDocument(const XmlDocument&) = delete;
    XmlDocument& operator=(const XmlDocument&) = delete;
    XmlElement root() const;

private:
    _xmlDoc* document_ = nullptr;
};

}  // namespace daftar::documents
