#include "documents/documents.hpp"

#include "documents/attachment.hpp"
#include "documents/learning.hpp"

namespace daftar::documents {

Module documents(Poster poster) {
    set_poster(std::move(poster));
    return {"documents",
            {paper_routes, paper_link_routes, review_routes, attachment_routes, learning_routes},
            {read_paper_job, leave_cancelled_job, leave_given_up_job}};
}

}  // namespace daftar::documents
