#include "features/watchers/shaken.h"

#include <algorithm>
#include <set>

namespace vs::watchers {
namespace {

using authorizations::Cause;

// What stands in doubt, and since when it does.
struct Doubts {
  std::set<Cause> causes;
  Instant first, last;

  void add(const authorizations::Doubt& doubt) {
    first = causes.empty() ? doubt.at : std::min(first, doubt.at);
    last = causes.empty() ? doubt.at : std::max(last, doubt.at);
    causes.insert(doubt.cause);
  }
  std::string in_words() const {
    std::string out;
    for (const auto cause : causes) out += (out.empty() ? "" : ", ") + spoken(cause);
    return out;
  }
};

// These say nothing about anybody else at the company.
bool concerns_one_person(Cause cause) {
  return cause == Cause::contact_left || cause == Cause::contact_moved || cause == Cause::contact_opted_out;
}

struct Shaken {
  std::map<std::string, Doubts> accounts, contacts;

  explicit Shaken(const authorizations::State& auths) {
    for (const auto& [id, a] : auths.authorizations) {
      // What permits nothing any more leaves nothing to look at.
      if (a.phase != authorizations::Phase::recorded && a.phase != authorizations::Phase::suspended) continue;
      for (const auto& doubt : a.doubts)
        (concerns_one_person(doubt.cause) ? contacts[a.contact] : accounts[a.account]).add(doubt);
    }
  }
  Doubts about(const std::string& contact, const std::string& account) const {
    Doubts out;
    for (const auto* side : {&accounts, &contacts}) {
      const auto it = side->find(side == &accounts ? account : contact);
      if (it == side->end()) continue;
      for (const auto cause : it->second.causes) out.add({cause, it->second.first}), out.add({cause, it->second.last});
    }
    return out;
  }
};

Finding made(const Sources& from, const std::string& id, const std::string& contact, const std::string& account,
             const Doubts& doubts) {
  const auto* person = directory::contact(from.directory, contact);
  const auto* company = directory::account(from.directory, account);
  Finding f;
  f.id = "at_risk~" + id + "~" + std::to_string(doubts.last.us);
  f.kind = Kind::at_risk;
  f.reason = doubts.in_words();
  f.contact_name = person ? person->name.words() : "";
  f.account_name = company ? company->name : "";
  f.due = doubts.first.date();
  return f;
}

}  // namespace

void shaken(std::vector<Finding>& out, const Sources& from) {
  const Shaken all(from.auths);
  if (all.accounts.empty() && all.contacts.empty()) return;
  for (const auto& [id, a] : from.advocates.advocates) {
    if (a.stage != advocates::Stage::active) continue;
    const auto doubts = all.about(a.contact, a.account);
    if (doubts.causes.empty()) continue;
    auto f = made(from, id, a.contact, a.account, doubts);
    f.title = (f.contact_name.empty() ? "An advocate" : f.contact_name) + " speaks for a company in doubt";
    f.proposal = {"advocates", id, "pause", "Pause"};
    f.link = "/advocates/" + id;
    f.version = a.version;
    out.push_back(std::move(f));
  }
  for (const auto& [at, id] : from.activities.ahead) {
    const auto it = from.activities.activities.find(id);
    if (it == from.activities.activities.end()) continue;
    const auto& a = it->second;
    const auto doubts = all.about(a.plan.contact, a.plan.account);
    if (doubts.causes.empty()) continue;
    auto f = made(from, id, a.plan.contact, a.plan.account, doubts);
    f.title = a.number + " is planned with a company in doubt";
    f.proposal = {"activities", id, "cancel", "Call off"};
    f.link = "/requests/" + a.plan.request;
    f.due = at.date();
    f.version = a.version;
    out.push_back(std::move(f));
  }
}

}  // namespace vs::watchers
