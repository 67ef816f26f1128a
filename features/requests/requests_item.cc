// One request with everything about it.
#include <algorithm>

#include "features/requests/requests_common.h"
#include "features/requests/requests_views.h"

namespace vs::requests {
namespace {

constexpr std::int64_t view_seconds = 15 * 60;  ///< how long one recorded view shows the details

void name_them(ChoiceView& view, const Candidate& c, const directory::State& dir) {
  view.contact = c.contact;
  view.account = c.account;
  if (const auto* contact = directory::contact(dir, c.contact)) {
    view.name = contact->name.words();
    view.title = contact->title;
  }
  if (const auto* a = directory::account(dir, c.account)) view.account_name = a->name;
  view.reason = c.word.words();
  if (c.evidence) view.evidence = EvidenceView{c.evidence->file, c.evidence->shown()};
  if (!c.answer) return;
  view.colleague_name = c.answer->colleague_name.words();
  view.colleague_email = c.answer->colleague_email.words();
}

std::vector<ChoiceView> choice_views(const Request& r, const directory::State& dir,
                                     const std::set<std::string>& nameless) {
  std::vector<ChoiceView> out;
  for (const auto& c : r.candidates) {
    ChoiceView view{.rank = int(out.size()) + 1, .score = c.score, .status = c.status, .slot = c.slot, .at = c.at};
    if (!nameless.contains(c.contact)) name_them(view, c, dir);
    if (const auto* contact = directory::contact(dir, c.contact)) view.time_zone = contact->time_zone;
    view.asked_at = c.asked_at;
    view.answer_by = c.answer_by;
    view.reminded = c.reminded;
    if (c.answer) {
      view.reply = c.answer->reply;
      view.other_times = c.answer->slots;
    }
    out.push_back(std::move(view));
  }
  return out;
}

// The details themselves are shown only to somebody whose look was recorded a moment ago (REQ-10).
std::optional<ContactDetails> details(const Disclosure& d, const directory::State& dir, const Ask& ask) {
  const auto seen = d.last_view.find(ask.actor.person());
  if (ask.now >= d.until || seen == d.last_view.end() || ask.now >= seen->second.plus_seconds(view_seconds)) return {};
  const auto* c = directory::contact(dir, d.contact);
  if (!c) return {};
  return ContactDetails{c->name.words(), c->email.words(), c->phone.words()};
}

std::optional<DisclosureView> disclosure_view(const Request& r, const people::State& people,
                                              const directory::State& dir, const Ask& ask) {
  if (!r.disclosure) return {};
  const auto& d = *r.disclosure;
  return DisclosureView{d.contact, d.to, people::name_of(people, d.to), d.at, d.until, d.views, details(d, dir, ask)};
}

std::vector<EscalationView> escalation_views(const Request& r, const escalations::State& escs) {
  std::vector<EscalationView> out;
  for (const auto* e : escalations::of_case(escs, r.id)) {
    EscalationView view{e->id, e->number, e->rule, e->status, e->reason.words(), {}, e->until};
    for (const auto& each : e->conditions) view.conditions.push_back(each.words());
    out.push_back(std::move(view));
  }
  return out;
}

// Conditions of clearances, of the choice and of granted exceptions bind every later step (REQ-05).
std::vector<std::string> binding(const Request& r, const Item& item) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& words) {
    if (!words.empty() && std::ranges::find(out, words) == out.end()) out.push_back(words);
  };
  for (const auto& c : item.clearances)
    for (const auto& each : c.conditions) add(each);
  for (const auto& each : r.conditions) add(each.words());
  for (const auto& e : item.escalations)
    if (e.status == escalations::Status::granted)
      for (const auto& each : e.conditions) add(each);
  return out;
}

CommentView comment_view(const procedures::Comment& c, const people::State& people) {
  return {c.id,
          c.at,
          c.by,
          people::name_of(people, c.by),
          {c.text.words()},
          !c.private_to_role.empty(),
          c.private_to_role,
          c.mentions,
          c.attachments};
}

void fill_case(Item& item, const Request& r, const Floors& f, const Ask& ask) {
  const auto* c = procedures::find(f.procedures, r.id);
  item.trail = trail_views(r, c, f.procedures, f.people, f.directory, nameless(r, ask.roles));
  if (!c) return;
  item.procedure_revision = c->revision;
  item.clearances = clearance_views(*c, f.people);
  item.gates = gate_views(r, *c);
  for (const auto& each : procedures::conversation(*c, ask.roles, ask.actor.person()))
    item.conversation.push_back(comment_view(each, f.people));
}

std::vector<Hint> hints_of(const State& s, const Request& r) {
  if (!r.short_lead || !r.intake.use_type) return {};
  const auto counted = s.short_leads.find(r.requester);
  return {{"short_lead_time", sentence(*r.short_lead, *r.intake.use_type),
           counted == s.short_leads.end() ? 0 : int(counted->second.size())}};
}

// Who only asks for references sees how well somebody would fit, not who it is.
void unname(std::vector<matching::Candidate>& candidates, const std::string& wished) {
  for (auto& c : candidates) {
    if (!wished.empty() && (c.contact == wished || c.account == wished)) continue;
    for (auto* words : {&c.contact, &c.advocate, &c.account, &c.name, &c.title, &c.account_name}) words->clear();
  }
}

void fill_end(Item& item, const Request& r, const people::State& people) {
  item.reason = r.reason.words();
  item.notes = r.notes.words();
  item.deferred_until = r.deferred_until;
  item.closed_at = r.closed_at;
  if (!r.closed_by.empty()) item.closed_by_name = people::name_of(people, r.closed_by);
}

}  // namespace

Result<const Request*> visible(const State& s, const Ask& ask) {
  const auto* r = find(s, ask.id);
  if (r && may_see(*r, ask.roles, ask.actor.person())) return r;
  return refuse(RefusalKind::not_found, "not_found", "There is no such request.");
}

std::set<std::string> nameless(const Request& r, const std::set<std::string>& roles) {
  std::set<std::string> out;
  if (sees_all(roles)) return out;
  const auto wished = r.intake.wished_customer.value_or("");
  for (const auto& c : r.candidates) {
    const bool agreed = c.status == CandidateStatus::confirmed || c.status == CandidateStatus::missed;
    if (!agreed && c.contact != wished && c.account != wished) out.insert(c.contact);
  }
  return out;
}

Result<Item> item(const State& s, VS_FLOORS, const activities::State& acts, const Ask& ask) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, visible(s, ask));
  Item item;
  fill_row(item, *r, people, dir, procs, ask);
  for (const auto& m : r->missing) item.missing.push_back({m.code, m.field, m.message, m.remedy});
  item.hints = hints_of(s, *r);
  for (const auto& id : r->duplicates)
    if (const auto* other = find(s, id))
      item.duplicates.push_back({id, other->number, people::name_of(people, other->requester)});
  fill_case(item, *r, f, ask);
  item.choices = choice_views(*r, dir, nameless(*r, ask.roles));
  if (sees_all(ask.roles)) item.choice_reason = r->choice_reason.words();
  item.proposal = {r->proposal.slots, r->proposal.minutes, r->proposal.message.words(), r->proposal.name_prospect};
  item.disclosure = disclosure_view(*r, people, dir, ask);
  item.escalations = escalation_views(*r, escs);
  item.conditions = binding(*r, item);
  if (const auto* a = activities::of_request(acts, r->id)) {
    item.activity = activities::view(*a, people, dir);
    item.version = std::max(item.version, a->version);
  }
  fill_end(item, *r, people);
  item.policy_revision = r->policy_revision;
  return item;
}

Result<Matches> matches(const State& s, VS_FLOORS, const Ask& ask) {
  VS_TRY(r, visible(s, ask));
  const auto f = VS_THESE_FLOORS;
  const auto need = need_of(*r, dir, ask.today());
  Matches out;
  if (const auto contact = ask.param("contact"); !contact.empty()) {
    if (!directory::contact(dir, contact))
      return refuse(RefusalKind::not_found, "not_found", "There is no such contact.", "", "contact");
    out.items.push_back(matching::explain(dir, pol, auths, advs, need, contact));
    out.items.front().blockers = shut_gates(*r, f, contact, ask.today());
    return out;
  }
  const auto limit = ask.param("limit");
  std::size_t n = 10;
  if (!limit.empty()) {
    const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), n);
    if (error != std::errc{} || end != limit.data() + limit.size() || n < 1 || n > 100)
      return refuse(RefusalKind::malformed, "bad_limit", "The limit must be a number from 1 to 100.", "", "limit");
  }
  out.items = matching::candidates(dir, pol, auths, advs, need, n + r->passed_over.size());
  std::erase_if(out.items, [&](const matching::Candidate& c) {
    return std::ranges::find(r->passed_over, c.contact) != r->passed_over.end();
  });
  if (out.items.size() > n) out.items.resize(n);
  if (!sees_all(ask.roles)) unname(out.items, r->intake.wished_customer.value_or(""));
  out.narrowing = matching::narrowing(dir, pol, auths, advs, need);
  return out;
}

}  // namespace vs::requests
