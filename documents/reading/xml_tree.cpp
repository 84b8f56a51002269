#include "documents/reading/xml_tree.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>

namespace daftar::documents {
namespace {

constexpr std::size_t bytes_max = 10'000'000;

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

std::string taken(xmlChar* text) {
    std::string out = text ? reinterpret_cast<const char*>(text) : "";
    xmlFree(text);
    const auto blank = [](unsigned char c) { return c <= ' '; };
    out.erase(out.begin(), std::find_if_not(out.begin(), out.end(), blank));
    while (!out.empty() && blank(static_cast<unsigned char>(out.back()))) out.pop_back();
    return out;
}

bool names_document_type(std::string_view text) {
    constexpr std::string_view mark = "<!DOCTYPE";
    if (text.find('\0') == std::string_view::npos) return text.find(mark) != std::string_view::npos;
    std::string squeezed(text);  // UTF-16
    std::erase(squeezed, '\0');
    return squeezed.find(mark) != std::string::npos;
}

}  // namespace

XmlElement XmlElement::at(std::string_view path) const {
    auto* node = node_;
    while (node && !path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        const auto step = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        auto* child = node->children;
        while (child && !(child->type == XML_ELEMENT_NODE && name_of(child) == step)) child = child->next;
        node = child;
    }
    return XmlElement(node);
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
    std::vector<XmlElement> out;
    for (auto* child = node_ ? node_->children : nullptr; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && name_of(child) == name) out.emplace_back(child);
    return out;
}

std::string XmlElement::text(std::string_view path) const {
    const auto element = at(path);
    return element.node_ ? taken(xmlNodeGetContent(element.node_)) : "";
}

std::string XmlElement::attribute(const char* name) const {
    return node_ ? taken(xmlGetProp(node_, reinterpret_cast<const xmlChar*>(name))) : "";
}

std::string XmlElement::name() const { return node_ ? std::string(name_of(node_)) : ""; }

XmlDocument::XmlDocument(std::string_view text) {
    // A document type brings entities (and with them bombs); no invoice format has one: it is not even parsed.
    if (text.size() > bytes_max || names_document_type(text)) return;
    document_ = xmlReadMemory(text.data(), static_cast<int>(text.size()), "invoice.xml", nullptr,
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (document_ && document_->intSubset) {
        xmlFreeDoc(document_);
        document_ = nullptr;
    }
}

XmlDocument::~XmlDocument() {
    if (document_) xmlFreeDoc(document_);
}

XmlElement XmlDocument::root() const { return XmlElement(document_ ? xmlDocGetRootElement(document_) : nullptr); }

}  // namespace daftar::documents
