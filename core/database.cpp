#include "core/database.hpp"

#include <poll.h>

#include <map>

#include "core/log.hpp"

namespace daftar {
namespace {

constexpr Statement begin_statement{"core.begin", "begin"};
constexpr Statement begin_read_only_statement{"core.begin_read_only", "begin read only"};
constexpr Statement commit_statement{"core.commit", "commit"};
constexpr Statement enter_statement{
    "core.enter",
    "select set_config('role', $1, true), set_config('app.organization', $2, true), set_config('app.user', $3, true), "
    "set_config('app.tenant_group', $4, true), set_config('lock_timeout', '5s', true), set_config('statement_timeout', "
    "$5, true)"};
constexpr Statement flush_later_statement{"core.flush_later", "set local synchronous_commit = off"};

DatabaseError error_of(const PGresult* result, PGconn* connection) {
    const auto field = [&](int code) {
        const char* text = result ? PQresultErrorField(result, code) : nullptr;
        return std::string(text ? text : "");
    };
    auto message = field(PG_DIAG_MESSAGE_PRIMARY);
    // The detail of a broken constraint (class 23) quotes the row, a hash or an address in it: not for the log.
    if (const auto detail = field(PG_DIAG_MESSAGE_DETAIL);
        !detail.empty() && !field(PG_DIAG_SQLSTATE).starts_with("23"))
        message += " (" + detail + ")";
    if (message.empty()) message = PQerrorMessage(connection);
    return {message, field(PG_DIAG_SQLSTATE), field(PG_DIAG_CONSTRAINT_NAME)};
}

std::map<std::string, RowFields, std::less<>>& row_checks() {
    static std::map<std::string, RowFields, std::less<>> checks;
    return checks;
}
std::vector<Statement>& statements() {
    static std::vector<Statement> all;
    return all;
}

}  // namespace

bool note_statement(const Statement& statement) {
    statements().push_back(statement);
    return true;
}
const std::vector<Statement>& all_statements() { return statements(); }

bool note_row_check(std::string_view query, RowFields fields) {
    row_checks()[std::string(query)] = fields;
    return true;
}
RowFields row_fields_of(std::string_view query) {
    const auto found = row_checks().find(query);
    return found == row_checks().end() ? nullptr : found->second;
}

Connection::Connection(const std::string& conninfo, bool prepare)
    : connection_(PQconnectdb(conninfo.c_str()), &PQfinish), prepare_(prepare) {
    if (PQstatus(raw()) != CONNECTION_OK) throw error_of(nullptr, raw());
    PQsetNoticeProcessor(
        raw(), [](void*, const char*) {}, nullptr);
    ensure(PQenterPipelineMode(raw()) == 1, "pipeline mode");
}

Connection::~Connection() = default;

/// At rest nothing is awaited: what can be read then is a farewell.
bool Connection::is_usable() const {
    auto* connection = connection_.get();
    if (PQstatus(connection) != CONNECTION_OK) return false;
    pollfd readable{PQsocket(connection), POLLIN, 0};
    return poll(&readable, 1, 0) != 1 || (PQconsumeInput(connection) == 1 && PQstatus(connection) == CONNECTION_OK);
}

void Connection::enqueue(const Statement& statement, const std::vector<SqlParameter>& parameters) {
    std::vector<const char*> values;
    values.reserve(parameters.size());
    for (const auto& parameter : parameters) values.push_back(parameter ? parameter->c_str() : nullptr);
    const std::string name(statement.name), text(statement.text);
    const int count = static_cast<int>(values.size());
    int accepted = 0;
    if (prepare_) {
        if (!prepared_.contains(name)) {
            accepted = PQsendPrepare(raw(), name.c_str(), text.c_str(), 0, nullptr);
            if (accepted != 1) throw error_of(nullptr, raw());
            sent_.push_back({true, name});
            prepared_.insert(name);
        }
        accepted = PQsendQueryPrepared(raw(), name.c_str(), count, values.data(), nullptr, nullptr, 0);
    } else {
        accepted = PQsendQueryParams(raw(), text.c_str(), count, nullptr, values.data(), nullptr, nullptr, 0);
    }
    if (accepted != 1) throw error_of(nullptr, raw());
    sent_.push_back({false, name});
}

SqlResult Connection::flush() {
    if (PQpipelineSync(raw()) != 1) throw error_of(nullptr, raw());
    SqlResult last(nullptr, &PQclear);
    std::unique_ptr<DatabaseError> failure;
    const auto sent = std::exchange(sent_, {});
    const auto start = std::chrono::steady_clock::now();
    const auto measure = [&] {
        const auto duration = std::chrono::steady_clock::now() - start;
        std::string names;
        if (duration >= slow_query_limit())
            for (const auto& statement : sent)
                if (!statement.is_preparation) names += (names.empty() ? "" : " ") + statement.name;
        note_round_trip(std::chrono::duration_cast<std::chrono::microseconds>(duration), names);
    };
    for (const auto& statement : sent) {
        bool succeeded = false;
        while (SqlResult result{PQgetResult(raw()), &PQclear}) {
            const auto status = PQresultStatus(result.get());
            succeeded = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
            if (!succeeded && status != PGRES_PIPELINE_ABORTED && !failure)
                failure = std::make_unique<DatabaseError>(error_of(result.get(), raw()));
            if (!statement.is_preparation) last = std::move(result);
        }
        if (statement.is_preparation && !succeeded) prepared_.erase(statement.name);
        if (PQstatus(raw()) != CONNECTION_OK && !failure)
            failure = std::make_unique<DatabaseError>(error_of(nullptr, raw()));
    }
    if (PQstatus(raw()) == CONNECTION_OK) {
        const SqlResult sync{PQgetResult(raw()), &PQclear};
        if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC && !failure)
            failure = std::make_unique<DatabaseError>(error_of(sync.get(), raw()));
    }
    measure();
    if (failure) throw *failure;
    return last;
}

void Connection::abandon() noexcept {
    static constexpr Statement rollback{"core.rollback", "rollback"};
    try {
        if (!is_usable()) return;
        if (!sent_.empty()) {  // queued but never flushed: end the pipeline so that the rollback runs
            try {
                flush();
            } catch (const DatabaseError&) {}
        }
        enqueue(rollback, {});
        flush();
    } catch (...) {
        connection_.reset();
        connection_ = {nullptr, &PQfinish};
    }
}

ConnectionPool::ConnectionPool(std::string conninfo, std::size_t size, bool prepare)
    : conninfo_(std::move(conninfo)), prepare_(prepare), unopened_(size) {}

ConnectionPool::Lease ConnectionPool::acquire() {
    {
        std::unique_lock lock(mutex_);
        freed_.wait(lock, [&] { return !idle_.empty() || unopened_ > 0; });
        while (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            if (connection->is_usable()) return {*this, std::move(connection)};
            ++unopened_;  // PostgreSQL was restarted meanwhile
        }
        --unopened_;
    }
    try {
        return {*this, open()};
    } catch (...) {
        const std::lock_guard lock(mutex_);
        ++unopened_;
        freed_.notify_one();
        throw;
    }
}

ConnectionPool::Lease::~Lease() {
    if (!connection_) return;
    const std::lock_guard lock(pool_->mutex_);
    if (connection_->is_usable()) {
        pool_->idle_.push_back(std::move(connection_));
    } else {  // when PostgreSQL restarts, all went: one request finds it out for the others
        pool_->unopened_ += 1 + pool_->idle_.size();
        pool_->idle_.clear();
    }
    pool_->freed_.notify_all();
}

Transaction::Transaction(Connection& connection, Door door, Tenant tenant, bool read_only, Flush flush)
    : connection_(connection), door_(door), tenant_(std::move(tenant)), read_only_(read_only), flush_(flush) {}

Transaction::~Transaction() {
    if (state_ == State::open) connection_.abandon();
}

void Transaction::begin() {
    ensure(state_ != State::ended, "the transaction has ended");
    if (state_ == State::open) return;
    state_ = State::open;
    connection_.enqueue(read_only_ ? begin_read_only_statement : begin_statement, {});
    connection_.enqueue(enter_statement, {door_ == Door::app ? "daftar_app" : "daftar_system", tenant_.organization,
                                          tenant_.user, tenant_.tenant_group, door_ == Door::app ? "30s" : "600s"});
}

SqlResult Transaction::run(const Statement& statement, const std::vector<SqlParameter>& parameters) {
    begin();
    connection_.enqueue(statement, parameters);
    return connection_.flush();
}

void Transaction::later(const Statement& statement, const std::vector<SqlParameter>& parameters) {
    constexpr std::size_t waiting_max = 256;  // more could fill both socket buffers while neither side reads
    begin();
    connection_.enqueue(statement, parameters);
    if (connection_.waiting() >= waiting_max) connection_.flush();
}

void Transaction::commit() {
    if (state_ == State::open) {
        if (flush_ == Flush::later) connection_.enqueue(flush_later_statement, {});
        connection_.enqueue(commit_statement, {});
        connection_.flush();
    }
    state_ = State::ended;
}

}  // namespace daftar
