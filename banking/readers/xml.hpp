// Reading of XML from strangers: no entities, no network, no document type.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banking/readers/faults.hpp"

namespace daftar::banking {

/// An element of a parsed document; names are compared without their namespace. Missing elements are empty, so that
/// paths can be followed without a check at each step.
class XmlElement {
public:
    XmlElement() = default;
    explicit XmlElement(const void* node) : node_(node) {}
    explicit operator bool() const { return node_ != nullptr; }

    std::string name() const;
    std::string namespace_uri() const;
    int line() const;
    /// Text of the element and everything below it, without spaces around.
    std::string text() const;
    std::string attribute(const char* name) const;
    /// First child with that name.
    XmlElement child(std::string_view name) const;
    /// Follows "RmtInf/Strd/CdtrRefInf/Ref" by first children.
    XmlElement at(std::string_view path) const;
    std::string text_at(std::string_view path) const { return at(path).text(); }
    std::vector<XmlElement> children(std::string_view name = {}) const;

private:
    const void* node_ = nullptr;
};

/// A parsed document; elements live as long as it does.
class XmlDocument {
public:
    /// Nothing, with a located fault, when the text is not well-formed XML or declares a document type.
    static std::optional<XmlDocument> parse(std::string_view bytes, Faults& faults);
    XmlElement root() const;

private:
    explicit XmlDocument(std::shared_ptr<void> document) : document_(std::move(document)) {}
    std::shared_ptr<void> document_;
};

}  // namespace daftar::banking
