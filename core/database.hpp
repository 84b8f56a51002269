// PostgreSQL connections and the one transaction of a request.
#pragma once
#include <libpq-fe.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "core/query.hpp"
#include "core/sql_cell.hpp"

namespace daftar {

/// The database said no or is gone.
struct DatabaseError : std::runtime_error {
    std::string state;       ///< SQLSTATE, "" when the connection is lost
    std::string constraint;  ///< name of the broken constraint, when there is one
    DatabaseError(const std::string& message, std::string sqlstate, std::string constraint_name)
        : std::runtime_error(message), state(std::move(sqlstate)), constraint(std::move(constraint_name)) {}
    /// The same transaction may succeed when run again.
    bool is_retryable() const { return state == "40001" || state == "40P01"; }
};

using SqlResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// One connection, always in pipeline mode: statements are sent together and cost one round trip.
class Connection {
public:
    /// `prepare` off for pgbouncer's transaction mode.
    explicit Connection(const std::string& conninfo, bool prepare = true);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool is_usable() const;
    PGconn* raw() { return connection_.get(); }

    /// Queues a statement to travel with the next `flush`.
    void enqueue(const Statement& statement, const std::vector<SqlParameter>& parameters);
    /// Statements queued and not yet answered.
    std::size_t waiting() const { return sent_.size(); }
    /// Sends what is queued and waits; throws the first error. The result of the last statement is returned.
    SqlResult flush();
    /// Drops what waits and ends the transaction, whatever its state. Never throws.
    void abandon() noexcept;

private:
    struct Sent {
        bool is_preparation;
        std::string name;
    };
    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
    bool prepare_;
    std::set<std::string, std::less<>> prepared_;
    std::vector<Sent> sent_;
};

/// A bounded set of connections shared by the workers.
class ConnectionPool {
public:
    ConnectionPool(std::string conninfo, std::size_t size, bool prepare = true);

    class Lease {
    public:
        Lease(ConnectionPool& pool, std::unique_ptr<Connection> connection)
            : pool_(&pool), connection_(std::move(connection)) {}
        Lease(Lease&&) = default;
        ~Lease();
        Connection& operator*() { return *connection_; }
        Connection* operator->() { return connection_.get(); }

    private:
        ConnectionPool* pool_;
        std::unique_ptr<Connection> connection_;
    };
    /// Waits until one is free; opens a new one when the old one is lost.
    Lease acquire();
    /// A connection beside the pool, for as long as its owner wants.
    std::unique_ptr<Connection> open() const { return std::make_unique<Connection>(conninfo_, prepare_); }
    const std::string& conninfo() const { return conninfo_; }
    /// Whether a connection stays with one session of the server: not behind pgbouncer's transaction mode.
    bool keeps_sessions() const { return prepare_; }

private:
    std::string conninfo_;
    bool prepare_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t unopened_;
};

/// Which database role a transaction takes.
enum class Door {
    app,    ///< under row security
    system  ///< sign-in, job dispatch, auditor, backup: sees every organization
};

/// When a commit is on disk.
enum class Flush {
    at_commit,
    later  ///< by `GroupCommit`, before anybody is told
};

/// Who a transaction acts for; the row security policies read it.
struct Tenant {
    std::string organization, user, tenant_group;  ///< UUIDs, "" when there is none
};

/// From BEGIN to COMMIT. Left without `commit`, it rolls back. BEGIN travels with the first statement, so that a
/// request refused before it costs no round trip.
class Transaction {
public:
    Transaction(Connection& connection, Door door, Tenant tenant, bool read_only, Flush flush = Flush::at_commit);
    ~Transaction();

    /// Sends everything that waits with this statement and returns its rows.
    SqlResult run(const Statement& statement, const std::vector<SqlParameter>& parameters);
    /// Sent with the next `run` or with COMMIT.
    void later(const Statement& statement, const std::vector<SqlParameter>& parameters);
    /// COMMIT with everything that waits, in one round trip.
    void commit();

private:
    void begin();

    Connection& connection_;
    Door door_;
    Tenant tenant_;
    bool read_only_;
    Flush flush_;
    enum class State { not_begun, open, ended } state_ = State::not_begun;
};

/// The fields that read a query's rows, by query name: filled by every use of `rows<query>` in the program.
using RowFields = std::span<const SqlField> (*)();
bool note_row_check(std::string_view query, RowFields fields);
/// Nothing when no code reads the rows of that query.
RowFields row_fields_of(std::string_view query);

}  // namespace daftar
