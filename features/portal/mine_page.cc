// All that the customer allowed, and what was made of it.
#include <algorithm>

#include "features/portal/frame.h"
#include "features/portal/mine.h"

namespace vs::portal {
namespace {

using authorizations::PermissionShown;

constexpr int days_before_asking = 180;

struct GrantLine {
  std::string icon, title, period, legal;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(GrantLine, (), (icon, title, period, legal, limits))

struct UseLine {
  std::string title, on, where;
};
BOOST_DESCRIBE_STRUCT(UseLine, (), (title, on, where))

struct PermissionCard {
  std::string id, number, status, status_icon, tone, renew;
  std::vector<GrantLine> grants;
  std::vector<UseLine> uses, planned;
  bool has_uses = false, has_planned = false, waiting = false, withdraw = false, narrow = false, pause = false,
       resume = false, receipt = false;
  std::string version;
};
BOOST_DESCRIBE_STRUCT(PermissionCard, (),
                      (id, number, status, status_icon, tone, renew, grants, uses, planned, has_uses, has_planned,
                       waiting, withdraw, narrow, pause, resume, receipt, version))

struct Look {
  const char *icon, *tone;
};

// Never a colour alone: a mark and a word stand with it.
Look look_of(const std::string& status) {
  if (status == "in_force" || status == "partly") return {"check", "ok"};
  if (status == "expiring") return {"wait", "warn"};
  if (status == "asked") return {"wait", "warn"};
  if (status == "under_review") return {"clock", "warn"};
  if (status == "withdrawn") return {"undo", ""};
  return {"clock", ""};
}

GrantLine line_of(const Words& words, const authorizations::ScopeShown& scope) {
  GrantLine line{icon(name_of(scope.use_type)), scope.title, scope.period, "", scope.limits};
  if (scope.with_legal) line.legal = words("mine_legal");
  return line;
}

bool planned(const activities::Activity& a) {
  return a.status == activities::Status::planned || a.status == activities::Status::scheduled;
}

// What is coming under this permission.
std::vector<UseLine> planned_under(const MineRoom& room, const Mine& mine, const std::string& permission) {
  std::vector<UseLine> out;
  for (const auto* a : activities::of_contact(room.activities, mine.visitor.contact)) {
    if (!planned(*a)) continue;
    if (std::ranges::find(a->plan.authorizations, permission) == a->plan.authorizations.end()) continue;
    const std::string when = a->scheduled_for
                                 ? mine.words.moment(*a->scheduled_for, mine.contact ? mine.contact->time_zone : "")
                                 : mine.words("activity_none_yet");
    out.push_back({mine.words("use_" + std::string(name_of(a->plan.use_type))), when, a->plan.prospect_name});
  }
  return out;
}

PermissionCard card_of(const MineRoom& room, const Mine& mine, const PermissionShown& p) {
  const auto& words = mine.words;
  const auto look = look_of(p.status);
  PermissionCard card;
  card.id = p.id, card.number = p.number, card.version = std::to_string(p.version);
  card.status =
      p.paused_until ? words("mine_paused", {{"date", words.date(*p.paused_until)}}) : words("status_" + p.status);
  card.status_icon = icon(p.paused_until ? "pause" : look.icon);
  card.tone = p.paused_until ? "warn" : look.tone;
  for (const auto& grant : p.grants) card.grants.push_back(line_of(words, grant));
  for (const auto& use : p.uses) card.uses.push_back({use.title, words.date(use.on), use.channel});
  card.planned = planned_under(room, mine, p.id);
  card.has_uses = !card.uses.empty(), card.has_planned = !card.planned.empty();
  card.waiting = p.waits_for_me;
  card.withdraw = p.may_withdraw, card.narrow = p.may_narrow;
  card.pause = p.may_pause && !p.paused_until, card.resume = p.paused_until.has_value();
  card.receipt = !p.grants.empty() || p.status == "withdrawn";
  if (p.may_renew && p.renew_until && nears_its_end(mine, p))
    card.renew = words("mine_renew", {{"date", words.date(*p.renew_until)}});
  return card;
}

}  // namespace

bool nears_its_end(const Mine& mine, const PermissionShown& p) {
  return p.until && p.until->days_since(mine.visitor.now.date()) <= days_before_asking;
}

Mine mine_of(const MineRoom& room, const Visitor& visitor) {
  Mine mine{visitor, Words(visitor.language), {}, directory::contact(room.directory, visitor.contact), "", false};
  mine.everything = visitor.purpose == "my_page";
  const auto* account = directory::account_of_contact(room.directory, visitor.contact);
  if (account) mine.company = account->name;
  mine.permissions = authorizations::permissions_of(room.permissions, room.directory, room.policies, visitor.contact,
                                                    visitor.language, visitor.now.date());
  // A link never shows more than the one case that it is about (AUT-11).
  if (!mine.everything) std::erase_if(mine.permissions, [&](const auto& p) { return p.id != visitor.about; });
  return mine;
}

const PermissionShown* find(const Mine& mine, const std::string& id) {
  if (id.empty()) return mine.permissions.size() == 1 ? &mine.permissions.front() : nullptr;
  const auto it = std::ranges::find(mine.permissions, id, &PermissionShown::id);
  return it == mine.permissions.end() ? nullptr : &*it;
}

Page mine_page(const MineRoom& room, const Mine& mine) {
  const auto& words = mine.words;
  auto data = frame(mine.visitor, words("mine_title", {{"brand", mine.visitor.brand}}));
  std::vector<PermissionCard> cards;
  for (const auto& permission : mine.permissions) cards.push_back(card_of(room, mine, permission));
  put_list(data, "permissions", cards);
  data["everything"] = mine.everything;
  data["left_label"] = words("mine_left", {{"company", mine.company}});
  add_languages(data, words);
  return shown("mine", words, std::move(data));
}

}  // namespace vs::portal
