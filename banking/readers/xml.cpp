#include "banking/readers/xml.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include "core/text.hpp"

namespace daftar::banking {
namespace {

const xmlNode* as_node(const void* pointer) { return static_cast<const xmlNode*>(pointer); }
std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

void append_text(const xmlNode* node, std::string& out) {
    for (const auto* below = node->children; below; below = below->next) {
        if (below->type == XML_TEXT_NODE || below->type == XML_CDATA_SECTION_NODE)
            out += view(below->content);
        else if (below->type == XML_ELEMENT_NODE)
            append_text(below, out);
    }
}

void add_syntax_fault(xmlParserCtxtPtr context, Faults& faults) {
    const auto* error = xmlCtxtGetLastError(context);
    const int line = error ? error->line : 1;
    const int column = error ? error->int2 : 0;
    const bool cut = error && (error->code == XML_ERR_TAG_NOT_FINISHED || error->code == XML_ERR_DOCUMENT_END ||
                               error->code == XML_ERR_GT_REQUIRED || error->code == XML_ERR_LTSLASH_REQUIRED ||
                               error->code == XML_ERR_DOCUMENT_EMPTY);
    if (error && error->code == XML_ERR_INVALID_CHAR)
        faults.add({line, column}, "wrong_encoding",
                   "caractère invalide : l’encodage réel n’est pas celui qu’annonce le fichier XML.");
    else if (cut)
        faults.add({line, column}, "truncated", "le fichier XML est tronqué : une balise ouverte n’est jamais fermée.");
    else
        faults.add({line, column}, "malformed_xml", "le fichier n’est pas un XML bien formé.");
}

void add_document_type_fault(Faults& faults) {
    faults.add({1}, "document_type_refused", "le fichier XML déclare un DOCTYPE : refusé par sécurité.");
}

// Blank lines before "<?xml" make no XML, and yet people paste them: they go behind the declaration, so that lines are
// told as the file counts them. "" when there are none.
std::string declaration_first(std::string_view bytes) {
    const auto declaration = bytes.substr(0, 4096).find("<?xml");
    if (declaration == bytes.npos || declaration == 0 || !trimmed(bytes.substr(0, declaration)).empty()) return "";
    const auto end = bytes.find("?>", declaration);
    if (end == bytes.npos) return "";
    std::string moved(bytes.substr(declaration, end + 2 - declaration));
    moved += bytes.substr(0, declaration);
    moved += bytes.substr(end + 2);
    return moved;
}

}  // namespace

std::string XmlElement::name() const { return node_ ? std::string(view(as_node(node_)->name)) : ""; }

std::string XmlElement::namespace_uri() const {
    return node_ && as_node(node_)->ns ? std::string(view(as_node(node_)->ns->href)) : "";
}

int XmlElement::line() const { return node_ ? static_cast<int>(xmlGetLineNo(as_node(node_))) : 0; }

std::string XmlElement::text() const {
    std::string out;
    if (node_) append_text(as_node(node_), out);
    return std::string(trimmed(out));
}

std::string XmlElement::attribute(const char* name) const {
    if (!node_) return "";
    for (const auto* attribute = as_node(node_)->properties; attribute; attribute = attribute->next)
        if (view(attribute->name) == name && attribute->children)
            return std::string(view(attribute->children->content));
    return "";
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
    std::vector<XmlElement> found;
    if (!node_) return found;
    for (const auto* child = as_node(node_)->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && (name.empty() || view(child->name) == name)) found.emplace_back(child);
    return found;
}

XmlElement XmlElement::child(std::string_view name) const {
    if (!node_) return {};
    for (const auto* child = as_node(node_)->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && view(child->name) == name) return XmlElement(child);
    return {};
}

XmlElement XmlElement::at(std::string_view path) const {
    XmlElement element = *this;
    while (element && !path.empty()) {
        const auto slash = path.find('/');
        element = element.child(path.substr(0, slash));
        path = slash == path.npos ? "" : path.substr(slash + 1);
    }
    return element;
}

std::optional<XmlDocument> XmlDocument::parse(std::string_view bytes, Faults& faults) {
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(xmlNewParserCtxt(), xmlFreeParserCtxt);
    // Never XML_PARSE_NOENT, DTDLOAD or HUGE: entities stay unexpanded and depth stays limited.
    constexpr int options =
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA;
    // Before the parser sees it: what the entities of a document type make of it is nobody's business.
    if (bytes.substr(0, 65'536).find("<!DOCTYPE") != bytes.npos) {
        add_document_type_fault(faults);
        return {};
    }
    const auto moved = declaration_first(bytes);
    if (!moved.empty()) bytes = moved;
    auto* parsed = xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), "statement.xml",
                                     nullptr, options);
    const std::shared_ptr<void> document(parsed, [](void* pointer) { xmlFreeDoc(static_cast<xmlDocPtr>(pointer)); });
    if (!parsed || !context->wellFormed) {
        add_syntax_fault(context.get(), faults);
        return {};
    }
    if (parsed->intSubset || parsed->extSubset) {
        add_document_type_fault(faults);
        return {};
    }
    return XmlDocument(document);
}

XmlElement XmlDocument::root() const {
    return XmlElement(xmlDocGetRootElement(static_cast<xmlDocPtr>(document_.get())));
}

}  // namespace daftar::banking
