// The only door of an operation to SQL, the clock, new identifiers, the audit log and the job queue.
#pragma once
#include <functional>
#include <memory>
#include <set>

#include "core/database.hpp"
#include "core/http_message.hpp"

namespace daftar {

struct User;
struct Organization;
struct TenantGroup;
struct Role;
struct SignInSession;
struct Job;
class FileStore;
class SigningKey;

/// Who asks, under which role: read from the signed access token.
struct Principal {
    Id<User> user;
    std::string email;
    Id<Organization> organization;
    Id<TenantGroup> tenant_group;
    Id<Role> role;          ///< the active role
    std::string role_type;  ///< "Accountant", "Syndic", …
    Id<SignInSession> session;
    Currency currency;  ///< of the organization's books
    std::string time_zone = "Africa/Casablanca";
    const std::set<std::string, std::less<>>* permissions = nullptr;

    bool may(std::string_view permission) const { return permissions && permissions->contains(permission); }
    Tenant tenant() const;
};

/// Time and chance, replaceable so that runs repeat exactly.
struct Surroundings {
    std::function<Timestamp()> now = Timestamp::now;
    std::function<std::uint64_t()> random;  ///< 64 unpredictable bits; from the kernel when empty
};

/// What operations share beside the database.
struct Services {
    Surroundings surroundings;
    FileStore* files = nullptr;               ///< content-addressed papers; null in tests that need none
    std::string secret;                       ///< 32 bytes of this installation: signs tokens and links
    std::string public_address;               ///< "https://copro.example", for links in mails and proofs
    const SigningKey* signing_key = nullptr;  ///< signs the heads of the books; outside the database
};

class Context {
public:
    Context(Connection& connection, Door door, Principal principal, const Services& services, const Request& request,
            bool read_only, Flush flush = Flush::at_commit);

    const Principal& principal() const { return principal_; }
    Id<Organization> organization() const { return principal_.organization; }
    Currency currency() const { return principal_.currency; }
    const Services& services() const { return services_; }
    const Request& request() const { return request_; }
    Timestamp now() const { return services_.surroundings.now(); }
    /// The day it is for the organization, in its time zone.
    Date today() const;
    template <class Thing> Id<Thing> new_id() { return {new_uuid()}; }
    /// 64 unpredictable bits.
    std::uint64_t random() const;

    /// All rows: `context.rows<sql::list_accounts>(organization, filter)`.
    template <const auto& query, class... Arguments> auto rows(const Arguments&... arguments) {
        using Row = typename std::remove_cvref_t<decltype(query)>::Row;
        (void)checked<query>;
        const auto result = transaction_.run(query, {sql_parameter(arguments)...});
        return read_rows<Row>(result.get(), principal_.currency);
    }
    /// The first row, or nothing.
    template <const auto& query, class... Arguments> auto maybe(const Arguments&... arguments) {
        auto found = rows<query>(arguments...);
        using Row = typename decltype(found)::value_type;
        return found.empty() ? std::optional<Row>() : std::optional<Row>(std::move(found.front()));
    }
    /// The first row; no row is a bug.
    template <const auto& query, class... Arguments> auto one(const Arguments&... arguments) {
        auto found = maybe<query>(arguments...);
        ensure(found.has_value(), "a query promised a row");
        return *std::move(found);
    }
    /// The first row; no row is refused with 404.
    template <const auto& query, class... Arguments> auto found(const Arguments&... arguments) {
        auto row = maybe<query>(arguments...);
        if (!row) throw Refused(CommonRefusal::not_found);
        return *std::move(row);
    }
    /// A command now; the number of rows it changed.
    template <const auto& command, class... Arguments> std::int64_t run(const Arguments&... arguments) {
        const auto result = transaction_.run(command, {sql_parameter(arguments)...});
        return std::atoll(PQcmdTuples(result.get()));
    }
    /// A statement that travels with the next one, or with COMMIT.
    template <const auto& command, class... Arguments> void later(const Arguments&... arguments) {
        transaction_.later(command, {sql_parameter(arguments)...});
    }

    /// Writes to the audit log in this transaction. `action` is CREATE, UPDATE, DELETE, POST, LOGIN …
    void audit(std::string_view action, std::string_view entity_type, const Uuid& entity, Json details = {});
    /// Queues a job that starts once this transaction is committed.
    Id<Job> enqueue_job(std::string_view kind, const Json& payload, std::optional<Timestamp> not_before = {});
    /// Acts for another organization from here on: only jobs and sign-in, which start without one, may do so.
    void enter(Principal principal);

    /// What this request answers vouches for the books: they must be on disk before it is sent, even if it only reads.
    void vouch() { vouches_ = true; }
    bool vouches() const { return vouches_; }

    void commit() { transaction_.commit(); }

private:
    template <const auto& query>
    static inline const bool checked = note_row_check(query.name,
                                                      &sql_fields<typename std::remove_cvref_t<decltype(query)>::Row>);
    Uuid new_uuid();

    Principal principal_;
    const Services& services_;
    const Request& request_;
    Transaction transaction_;
    bool vouches_ = false;
};

/// Refuses with 412 unless the caller's If-Match, when there is one, names this version.
void require_match(const Context& context, std::int64_t version);

}  // namespace daftar
