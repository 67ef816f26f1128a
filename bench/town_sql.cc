#include "bench/town_sql.h"

#include "bench/town.h"
#include "features/advocates/advocates.h"

namespace vs::bench {
namespace {

using ledger::sqlite::Statement;

constexpr const char* schema = R"(
CREATE TABLE company(id INTEGER PRIMARY KEY, industry INTEGER, region INTEGER, employees INTEGER, opted_out INTEGER);
CREATE TABLE issue(company INTEGER, severity INTEGER, is_open INTEGER);
CREATE TABLE contact(id INTEGER PRIMARY KEY, company INTEGER, has_left INTEGER, opted_out INTEGER);
CREATE TABLE advocate(id INTEGER PRIMARY KEY, contact INTEGER, company INTEGER, active INTEGER, confirmed_on INTEGER,
  briefed_on INTEGER, max_per_quarter INTEGER);
CREATE TABLE offers(advocate INTEGER, use_type INTEGER, PRIMARY KEY(advocate, use_type)) WITHOUT ROWID;
CREATE TABLE knows(advocate INTEGER, product INTEGER, PRIMARY KEY(advocate, product)) WITHOUT ROWID;
CREATE TABLE speaks(advocate INTEGER, language INTEGER, PRIMARY KEY(advocate, language)) WITHOUT ROWID;
CREATE TABLE permission(contact INTEGER, use_type INTEGER, channel INTEGER, from_day INTEGER, until_day INTEGER);
CREATE TABLE used(advocate INTEGER, use_type INTEGER, on_day INTEGER);
)";

constexpr const char* indexes = R"(
CREATE INDEX issue_company ON issue(company);
CREATE INDEX company_kind ON company(industry, region);
CREATE INDEX advocate_company ON advocate(company);
CREATE INDEX knows_product ON knows(product, advocate);
CREATE INDEX speaks_language ON speaks(language, advocate);
CREATE INDEX permission_contact ON permission(contact, use_type, channel, until_day);
CREATE INDEX used_advocate ON used(advocate, on_day);
ANALYZE;
)";

// ?1 industry, ?2 region, ?3 product, ?4 language (-1: no wish), ?5 today, ?6 first day of the quarter.
const std::string gates = R"(
FROM advocate a JOIN contact c ON c.id = a.contact JOIN company k ON k.id = a.company
WHERE a.active AND NOT c.has_left AND NOT c.opted_out AND NOT k.opted_out
AND NOT EXISTS(SELECT 1 FROM issue i WHERE i.company = k.id AND i.is_open AND i.severity <= 2)
AND EXISTS(SELECT 1 FROM offers o WHERE o.advocate = a.id AND o.use_type = 0)
AND a.confirmed_on >= ?5 - 180 AND a.briefed_on IS NOT NULL
AND NOT EXISTS(SELECT 1 FROM used u WHERE u.advocate = a.id AND u.use_type = 0 AND u.on_day > ?5 - 14)
AND (SELECT count(*) FROM used u WHERE u.advocate = a.id AND u.on_day >= ?6) < min(3, a.max_per_quarter)
AND (SELECT count(*) FROM advocate b JOIN used u ON u.advocate = b.id WHERE b.company = k.id AND u.on_day >= ?6) < 4
AND EXISTS(SELECT 1 FROM permission p WHERE p.contact = c.id AND p.use_type = 0 AND p.channel = 0
           AND p.from_day <= ?5 AND p.until_day >= ?5)
)";
const std::string load_order = R"(
(SELECT count(*) FROM used u WHERE u.advocate = a.id AND u.on_day >= ?6),
(SELECT max(on_day) FROM used u WHERE u.advocate = a.id) NULLS FIRST, a.id LIMIT 20)";
const std::string points = R"(
20 * (k.industry = ?1) + 10 * (k.region = ?2)
+ 20 * EXISTS(SELECT 1 FROM knows n WHERE n.advocate = a.id AND n.product = ?3)
+ 10 * EXISTS(SELECT 1 FROM speaks s WHERE s.advocate = a.id AND s.language = ?4) DESC,)";
const std::string conditions = R"(
AND (?1 < 0 OR k.industry = ?1) AND (?2 < 0 OR k.region = ?2)
AND (?3 < 0 OR EXISTS(SELECT 1 FROM knows n WHERE n.advocate = a.id AND n.product = ?3))
AND (?4 < 0 OR EXISTS(SELECT 1 FROM speaks s WHERE s.advocate = a.id AND s.language = ?4)))";
// With an industry the plan may start from its companies instead of from everybody.
const std::string from_companies = R"(
AND k.id IN (SELECT id FROM company WHERE industry = ?1 AND (?2 < 0 OR region = ?2)))";

std::int64_t number(Date d) {
  return d.day.time_since_epoch().count();
}

}  // namespace

TownSql::TownSql(std::size_t customers, Date today)
    : today_(number(today)), quarter_(number(advocates::quarter_start(today))), db_(":memory:") {
  db_.run(schema);
  db_.run("BEGIN");
  fill(customers);
  db_.run("COMMIT");
  db_.run(indexes);
  best_.emplace(db_, ("SELECT a.id " + gates + " ORDER BY " + points + load_order).c_str());
  exact_.emplace(db_, ("SELECT a.id " + gates + from_companies + conditions + " ORDER BY " + load_order).c_str());
}

void TownSql::fill(std::size_t customers) {
  Statement add_company(db_, "INSERT INTO company VALUES(?,?,?,?,?)");
  Statement add_issue(db_, "INSERT INTO issue VALUES(?,1,1)");
  Statement add_contact(db_, "INSERT INTO contact VALUES(?,?,0,?)"), offer(db_, "INSERT INTO offers VALUES(?,?)");
  Statement add(db_, "INSERT INTO advocate VALUES(?,?,?,?,?,?,3)"), know(db_, "INSERT INTO knows VALUES(?,?)");
  Statement speak(db_, "INSERT INTO speaks VALUES(?,?)"), use(db_, "INSERT INTO used VALUES(?,0,?)");
  Statement permit(db_, "INSERT INTO permission VALUES(?,0,?,?,?)");
  for (std::size_t n = 0; n < customers; ++n) {
    const auto c = customer(n);
    const auto co = company(n / per_company);
    if (n % per_company == 0) {
      add_company.bind(n / per_company, co.industry, co.region, co.employees, co.opted_out).done();
      if (co.severe_issue) add_issue.bind(n / per_company).done();
    }
    add_contact.bind(n, n / per_company, c.opted_out).done();
    add.bind(n, n, n / per_company, c.active, today_ - c.confirmed_days_ago, today_ - 400).done();
    for (const int use_type : {0, 4}) offer.bind(n, use_type).done();
    for (const int p : c.products) know.bind(n, p).done();
    speak.bind(n, c.language).done();
    if (c.used_days_ago) use.bind(n, today_ - *c.used_days_ago).done();
    if (c.permitted_days)
      for (const int channel : {0, 1}) permit.bind(n, channel, today_ - 400, today_ + *c.permitted_days).done();
  }
}

std::vector<std::size_t> TownSql::ask(Statement& statement, const Wish& wish) {
  statement.bind(wish.industry.value_or(-1), wish.region.value_or(-1), wish.product.value_or(-1),
                 wish.language.value_or(-1), today_, quarter_);
  std::vector<std::size_t> out;
  while (statement.step()) out.push_back(std::size_t(statement.integer(0)));
  return out;
}

std::vector<std::size_t> TownSql::best(const Wish& wish) {
  return ask(*best_, wish);
}
std::vector<std::size_t> TownSql::exact(const Wish& wish) {
  return ask(*exact_, wish);
}

}  // namespace vs::bench
