#include "ledger/postgres/connection.h"

#include <endian.h>
#include <poll.h>

#include <charconv>
#include <utility>

namespace vs::ledger::postgres {
namespace {

// Answers lie in the socket until they are read; this many of them fit there with ease.
constexpr std::size_t unread_most = 500;

// What says that the server went away, or let go of this transaction: nothing was changed, or nobody knows.
bool gone(std::string_view state) {
  return state.empty() || state.starts_with("08") || state.starts_with("57P") || state == "25P03" ||
         state.starts_with("40") || state == "55P03" || state == "53300";
}

void say_nothing(void*, const PGresult*) {}

struct Values {
  explicit Values(Params params) {
    for (const auto& p : params) {
      types.push_back(p.type());
      data.push_back(p.data());
      sizes.push_back(p.size());
      formats.push_back(1);
    }
  }
  std::vector<Oid> types;
  std::vector<const char*> data;
  std::vector<int> sizes, formats;
};

}  // namespace

Param::Param(std::int64_t v) : integer_(true) {
  const std::uint64_t big = htobe64(std::uint64_t(v));
  std::memcpy(number_.data(), &big, sizeof big);
}

std::size_t Rows::touched() const {
  const std::string_view text = PQcmdTuples(result_.get());
  std::size_t n = 0;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return n;
}

std::string Rows::text(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column), std::size_t(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::integer(int row, int column) const {
  std::uint64_t big = 0;
  if (PQgetlength(result_.get(), row, column) != int(sizeof big))
    throw StoreFailure("the database answers with another type than BIGINT");
  std::memcpy(&big, PQgetvalue(result_.get(), row, column), sizeof big);
  return std::int64_t(be64toh(big));
}

Connection::Connection(std::string url, std::string setup) : url_(std::move(url)), setup_(std::move(setup)) {}

Connection::~Connection() = default;

PGconn* Connection::open() {
  if (db_ && PQstatus(db_.get()) == CONNECTION_OK) return db_.get();
  close();
  // A server that fell silent is noticed within some ten seconds. What stands in the address overrides these.
  const char* const names[] = {"application_name", "connect_timeout",  "keepalives_idle", "keepalives_interval",
                               "keepalives_count", "tcp_user_timeout", "dbname",          nullptr};
  const char* const values[] = {"vouchsafe", "5", "5", "2", "3", "10000", url_.c_str(), nullptr};
  db_.reset(PQconnectdbParams(names, values, 1));
  if (PQstatus(db_.get()) != CONNECTION_OK) {
    const std::string why = PQerrorMessage(db_.get());
    close();
    throw StoreUnavailable("the database cannot be reached: " + why);
  }
  PQsetNoticeReceiver(db_.get(), &say_nothing, nullptr);
  const Rows done(PQexec(db_.get(), setup_.c_str()));
  if (PQresultStatus(done.raw()) != PGRES_COMMAND_OK && PQresultStatus(done.raw()) != PGRES_TUPLES_OK)
    fail("setting up the connection", done.raw());
  return db_.get();
}

void Connection::set_up_with(const std::string& sql) {
  close();
  setup_ += "; " + sql;
}

void Connection::close() {
  db_.reset();
  prepared_.clear();
  sent_.clear();
  early_.clear();
}

void Connection::fail(const char* what, const PGresult* result) {
  const char* field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const std::string state = field ? field : "";
  std::string why = result ? PQresultErrorMessage(result) : "";
  if (why.empty()) why = PQerrorMessage(db_.get());
  while (!why.empty() && why.back() == '\n') why.pop_back();
  const bool lost = PQstatus(db_.get()) != CONNECTION_OK || gone(state);
  // After a batch that failed nobody knows what the server has prepared, or whether a transaction is open.
  if (lost || !sent_.empty()) close();
  const std::string text = std::string(what) + ": " + why + (state.empty() ? "" : " (" + state + ")");
  if (lost) throw StoreUnavailable(text);
  if (state == "55P03") throw LockTaken(text);
  throw StoreFailure(text);
}

// Statements are named by the address of their text, which is a literal.
std::string Connection::prepared(const char* sql, Params params) {
  auto name = "s" + std::to_string(reinterpret_cast<std::uintptr_t>(sql));
  if (prepared_.contains(sql)) return name;
  const Values values(params);
  const int many = int(values.types.size());
  if (PQpipelineStatus(db_.get()) == PQ_PIPELINE_ON) {
    if (PQsendPrepare(db_.get(), name.c_str(), sql, many, values.types.data()) != 1) fail(sql, nullptr);
    sent_.push_back(false);
  } else {
    const Rows done(PQprepare(db_.get(), name.c_str(), sql, many, values.types.data()));
    if (PQresultStatus(done.raw()) != PGRES_COMMAND_OK) fail(sql, done.raw());
  }
  prepared_.insert(sql);
  return name;
}

Rows Connection::run(const char* sql, Params params) {
  open();
  const auto name = prepared(sql, params);
  const Values v(params);
  Rows rows(
      PQexecPrepared(db_.get(), name.c_str(), int(v.data.size()), v.data.data(), v.sizes.data(), v.formats.data(), 1));
  const auto status = PQresultStatus(rows.raw());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(sql, rows.raw());
  return rows;
}

void Connection::script(const std::string& sql) {
  const Rows done(PQexec(open(), sql.c_str()));
  const auto status = PQresultStatus(done.raw());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail("running a script", done.raw());
}

void Connection::add(const char* sql, Params params) {
  if (sent_.empty() && early_.empty() && PQenterPipelineMode(open()) != 1) fail(sql, nullptr);
  const auto name = prepared(sql, params);
  const Values v(params);
  if (PQsendQueryPrepared(db_.get(), name.c_str(), int(v.data.size()), v.data.data(), v.sizes.data(), v.formats.data(),
                          1) != 1)
    fail(sql, nullptr);
  sent_.push_back(true);
  if (sent_.size() < unread_most) return;
  if (PQsendFlushRequest(db_.get()) != 1) fail(sql, nullptr);
  collect(early_, false);
}

// Reads the answers to what was sent.
void Connection::collect(std::vector<Rows>& out, bool all) {
  for (const bool statement : sent_) {
    Rows rows(PQgetResult(db_.get()));
    const auto status = PQresultStatus(rows.raw());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail("a batch", rows.raw());
    if (statement) out.push_back(std::move(rows));
    const Rows end(PQgetResult(db_.get()));  // null: the end of this one
  }
  sent_.clear();
  if (!all) return;
  const Rows sync(PQgetResult(db_.get()));
  if (PQresultStatus(sync.raw()) != PGRES_PIPELINE_SYNC || PQexitPipelineMode(db_.get()) != 1)
    fail("a batch", sync.raw());
}

std::vector<Rows> Connection::together() {
  if (sent_.empty() && early_.empty()) return {};
  if (PQpipelineSync(db_.get()) != 1) fail("a batch", nullptr);
  std::vector<Rows> out = std::exchange(early_, {});
  collect(out, true);
  return out;
}

std::vector<Connection::Notice> Connection::notices(int wait_ms) {
  std::vector<Notice> out;
  const auto drain = [&] {
    if (PQconsumeInput(open()) != 1) fail("listening", nullptr);
    while (PGnotify* n = PQnotifies(db_.get())) {
      out.push_back({n->extra, n->be_pid});
      PQfreemem(n);
    }
  };
  drain();
  if (!out.empty()) return out;
  pollfd waiting{PQsocket(db_.get()), POLLIN, 0};
  if (::poll(&waiting, 1, wait_ms) > 0) drain();
  return out;
}

}  // namespace vs::ledger::postgres
