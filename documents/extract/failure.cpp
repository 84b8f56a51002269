// What the user reads when a file is refused.
#include <array>
#include <utility>

#include "documents/extract/extract.hpp"

namespace daftar::documents {

std::string failure_message(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> sentences{{
        {"encrypted_document",
         "Ce PDF est protégé par un mot de passe : enregistrez-le sans protection, puis déposez-le à nouveau."},
        {"broken_document", "Ce fichier est abîmé ou incomplet : il ne peut pas être ouvert."},
        {"dynamic_form",
         "Ce PDF est un formulaire dynamique (XFA) : son contenu n'est pas dans la page. Ouvrez-le avec Acrobat, "
         "imprimez-le en PDF, puis déposez ce PDF."},
        {"too_many_pages", "Ce document a trop de pages : découpez-le avant de le déposer."},
        {"too_large", "Ce fichier est trop volumineux."},
        {"unsupported_type",
         "Ce type de fichier n'est pas pris en charge : déposez un PDF, une image JPEG, PNG ou TIFF, ou une facture "
         "électronique XML."},
        {"time_exceeded", "La lecture de ce fichier prend trop de temps : il est mis de côté."},
        {"memory_exceeded", "La lecture de ce fichier demande trop de mémoire : il est mis de côté."},
        {"extraction_interrupted",
         "La lecture de ce fichier a été interrompue trois fois de suite : il est mis de côté ; « Relire » "
         "recommence."},
        {"extraction_unavailable", "Le lecteur de documents n'est pas disponible ; réessayez plus tard."},
    }};
    for (const auto& [known, sentence] : sentences)
        if (known == code) return std::string(sentence);
    return "Ce fichier ne peut pas être lu.";
}

}  // namespace daftar::documents
