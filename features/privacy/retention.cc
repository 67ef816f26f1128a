#include "features/privacy/retention.h"

#include <algorithm>

namespace vs::privacy {
namespace {

constexpr std::size_t words_most = 5'000;  // of one disposal; the rest goes the next time
constexpr int days_least = 1, days_most = 3653;

using authorizations::Authorization;
using authorizations::Phase;

// Collects words that are still there.
struct Collector {
  const State& state;
  Date today;
  Due due;
  std::set<std::string> needed;  ///< files that prove what still stands

  bool full() const { return due.refs.size() >= words_most; }
  template <class... T>
  void take(const std::string& subject, Instant since, T&... values) {
    std::vector<std::string> refs;
    const auto note = [&](const Personal& p) {
      if (p.sealed() && !p.words().empty()) refs.push_back(p.ref());
    };
    (each_personal(values, note), ...);
    if (refs.empty() || full()) return;
    if (held(state, subject, today)) {
      ++due.held;
      return;
    }
    ++due.records;
    due.oldest = due.oldest ? std::min(*due.oldest, since) : since;
    due.refs.insert(due.refs.end(), refs.begin(), refs.end());
  }
};

// A permission's own words, wherever they stand: what was asked, answered, shown as proof, and said since.
void take_permission(Collector& c, Authorization a, Instant since) {
  std::vector<Personal> others;
  for (const auto& entry : a.history) others.push_back(entry.remark);
  for (const auto& earlier : a.earlier)
    for (const auto& grant : earlier.grants) {
      others.insert(others.end(), grant.conditions.begin(), grant.conditions.end());
      if (grant.content) others.push_back(*grant.content);
    }
  if (a.round) {
    others.insert(others.end(), {a.round->wording, a.round->message});
    for (const auto& signer : a.round->signers) {
      others.insert(others.end(), {signer.typed_name, signer.remark});
      for (const auto& answer : signer.answers)
        if (answer.conditions) others.push_back(*answer.conditions);
    }
    for (const auto& q : a.round->questions) others.insert(others.end(), {q.question, q.reply});
  }
  const auto before = c.due.records;
  c.take(a.contact, since, a.asks, a.grants, a.evidence, a.signer, a.wording, others);
  if (c.due.records == before) return;
  for (const auto& evidence : a.evidence)
    if (!c.needed.contains(evidence.file)) c.due.owners.push_back(evidence.file);
}

void unanswered(Collector& c, const authorizations::State& permissions, Date before) {
  for (const auto& [id, a] : permissions.authorizations) {
    if (a.phase != Phase::asked && a.phase != Phase::declined) continue;
    const auto since = a.round ? a.round->asked_at : a.history.empty() ? Instant{} : a.history.front().at;
    if (since.date() < before) take_permission(c, a, since);
  }
}

void withdrawn(Collector& c, const authorizations::State& permissions, Date before) {
  for (const auto& [id, a] : permissions.authorizations)
    if (a.phase != Phase::withdrawn)
      for (const auto& evidence : a.evidence) c.needed.insert(evidence.file);
  for (const auto& [id, a] : permissions.authorizations)
    if (a.phase == Phase::withdrawn && !a.history.empty() && a.history.back().at.date() < before)
      take_permission(c, a, a.history.back().at);
}

void letters(Collector& c, const mail::State& mail, Date before) {
  for (const auto& [id, letter] : mail.letters) {
    const bool gone = letter.text.words().empty() && letter.to.words().empty();
    if (gone || letter.status == mail::Status::waiting || letter.written_at.date() >= before) continue;
    auto one = letter;
    c.take(letter.recipient(), letter.written_at, one.subject, one.text, one.calendar, one.to);
  }
}

// The file as it was handed in names many people at once; its words have an owner of their own.
void import_files(Collector& c, const State& state, const directory::State& directory, Date before) {
  for (const auto& [id, import] : directory.imports) {
    const std::string owner = "import:" + id;
    const bool open = import.status == directory::ImportStatus::applying;
    if (open || import.created_at.date() >= before || state.shredded_owners.contains(owner)) continue;
    ++c.due.records;
    c.due.oldest = c.due.oldest ? std::min(*c.due.oldest, import.created_at) : import.created_at;
    c.due.owners.push_back(owner);
  }
}

void remainders(Collector& c, const State& state, Date today) {
  for (const auto& [id, subject] : state.subjects) {
    if (!subject.remainder || subject.remainder->gone || subject.remainder->until >= today) continue;
    ++c.due.records;
    c.due.owners.push_back(remainder_owner(id));
  }
}

bool under_way(const State& state, std::string_view rule) {
  return std::ranges::any_of(state.shreddings, [&](const auto& each) { return each.second.rule == rule; });
}

Events disposal(const std::string& rule, Due due, const Context& ctx) {
  if (due.owners.empty() && due.refs.empty()) return {};
  return {Disposing{rule, ctx.id("shr"), due.records, std::move(due.owners), std::move(due.refs)}};
}

const DeliveredRule* delivered(std::string_view id) {
  const auto& all = delivered_rules();
  const auto it = std::ranges::find(all, id, &DeliveredRule::id);
  return it == all.end() ? nullptr : &*it;
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such rule.");
}

RetentionRow row(const State& state, const directory::State& directory, const authorizations::State& permissions,
                 const mail::State& mail, const DeliveredRule& rule, Date today) {
  RetentionRow out;
  out.id = rule.id, out.what = rule.what, out.delivered_days = rule.days;
  const auto now = rule_in_force(state, rule.id);
  out.days = now.days, out.automatic = now.automatic, out.own = state.rules.contains(out.id);
  const auto due = due_under(state, directory, permissions, mail, rule.id, today);
  out.due_records = due.records, out.due_words = due.refs.size(), out.held_records = due.held, out.oldest = due.oldest;
  if (const auto it = state.disposals.find(out.id); it != state.disposals.end()) {
    out.disposed_records = it->second.records, out.disposed_words = it->second.words;
    out.last_disposal = it->second.last;
  }
  if (const auto it = state.rule_versions.find(out.id); it != state.rule_versions.end()) out.version = it->second;
  return out;
}

}  // namespace

const std::vector<DeliveredRule>& delivered_rules() {
  static const std::vector<DeliveredRule> rules{
      {"unanswered_ask", "Requests for permission that nobody answered, or that were declined", 365},
      {"withdrawn_permission", "Permissions that were withdrawn, with their proofs", 1096},
      {"letter", "Letters that were sent or will not be sent", 30},
      {"import_file", "Files as they were handed in for import", 90},
      {sealed_remainder, "What was kept sealed about an erased person, once its hold is over", 0}};
  return rules;
}

Rule rule_in_force(const State& state, std::string_view id) {
  if (const auto it = state.rules.find(std::string(id)); it != state.rules.end()) return it->second;
  const auto* rule = delivered(id);
  return {rule ? rule->days : 0, true};
}

Due due_under(const State& state, const directory::State& directory, const authorizations::State& permissions,
              const mail::State& mail, std::string_view rule, Date today) {
  Collector c{state, today, {}, {}};
  if (under_way(state, rule)) return {};
  const auto before = today.plus_days(-rule_in_force(state, rule).days);
  if (rule == "unanswered_ask") unanswered(c, permissions, before);
  if (rule == "withdrawn_permission") withdrawn(c, permissions, before);
  if (rule == "letter") letters(c, mail, before);
  if (rule == "import_file") import_files(c, state, directory, before);
  if (rule == sealed_remainder) remainders(c, state, today);
  return std::move(c.due);
}

std::vector<RetentionRow> retention_rows(const State& state, const directory::State& directory,
                                         const authorizations::State& permissions, const mail::State& mail,
                                         const Ask& ask) {
  std::vector<RetentionRow> rows;
  for (const auto& rule : delivered_rules())
    rows.push_back(row(state, directory, permissions, mail, rule, ask.today()));
  return rows;
}

Result<RetentionRow> retention_item(const State& state, const directory::State& directory,
                                    const authorizations::State& permissions, const mail::State& mail, const Ask& ask) {
  const auto* rule = delivered(ask.id);
  if (!rule) return unknown();
  return row(state, directory, permissions, mail, *rule, ask.today());
}

// R9: a rule may be shortened or lengthened with a reason; what is sealed goes on its own day.
Result<Decision> set_rule(const State& state, const SetRule& c, const Context& ctx) {
  if (!delivered(ctx.target)) return unknown();
  Reasons reasons;
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say why.");
  reasons.expect(c.days >= days_least && c.days <= days_most, "retention.bad_days", "days",
                 "Words are kept for one day at least and ten years at most.");
  reasons.expect(ctx.target != sealed_remainder, "retention.fixed", "", "What is sealed goes when its hold is over.");
  if (!reasons.empty()) return reasons.refuse();
  const auto now = rule_in_force(state, ctx.target);
  const bool automatic = c.automatic.value_or(now.automatic);
  if (now.days == c.days && now.automatic == automatic) return Decision{{}, ctx.target};
  return Decision{{RuleSet{ctx.target, c.days, automatic, Personal::of(ctx.actor.person(), c.reason.text)}},
                  ctx.target};
}

Result<Decision> dispose(const State& state, const directory::State& directory,
                         const authorizations::State& permissions, const mail::State& mail, const Dispose&,
                         const Context& ctx) {
  if (!delivered(ctx.target)) return unknown();
  return Decision{disposal(ctx.target, due_under(state, directory, permissions, mail, ctx.target, ctx.today()), ctx),
                  ctx.target};
}

Events dispose_by_itself(const State& state, const directory::State& directory,
                         const authorizations::State& permissions, const mail::State& mail, const Context& ctx) {
  Events out;
  for (const auto& rule : delivered_rules()) {
    if (!rule_in_force(state, rule.id).automatic) continue;
    append(out,
           disposal(std::string(rule.id), due_under(state, directory, permissions, mail, rule.id, ctx.today()), ctx));
  }
  return out;
}

}  // namespace vs::privacy
