#include "features/requests/requests_common.h"

#include <algorithm>

namespace vs::requests {
namespace {

// The id of a person when the policy names one, "" when it names a role.
std::string person_only(const Floors& f, const std::string& person_or_role) {
  return people::find(f.people, person_or_role) ? person_or_role : std::string{};
}

std::string text(const std::optional<std::string>& value) {
  return value.value_or("");
}

// Wishes of the request about the prospect, the directory's facts where nothing was told.
void describe_prospect(matching::Need& need, const Request& r, const directory::State& dir) {
  const auto p = r.intake.prospect.value_or(Prospect{});
  need.industry = text(p.industry);
  need.region = text(p.region);
  need.country = text(p.country);
  need.size = p.size.value_or(0);
  need.product = text(p.product);
  need.persona = text(p.persona);
  need.prospect_name = text(p.name);
  need.prospect_account = r.account;
  const auto* a = directory::account(dir, r.account);
  if (!a) return;
  if (need.industry.empty()) need.industry = a->industry;
  if (need.region.empty()) need.region = a->region;
  if (need.country.empty()) need.country = a->country;
  if (need.size == 0) need.size = a->employees;
}

json::Object assignees(const Request&, const Intake& in, const Floors& f) {
  json::Object named;
  for (const auto channel : in.channels)
    if (auto person = person_only(f, policies::channel_owner(f.policies, channel)); !person.empty())
      named["channel." + std::string(name_of(channel))] = person;
  return named;
}

}  // namespace

const Request* find(const State& s, const std::string& id) {
  const auto it = s.requests.find(id);
  return it == s.requests.end() ? nullptr : &it->second;
}

bool sees_all(const std::set<std::string>& roles) {
  return std::ranges::any_of(roles, [](const auto& role) { return role != "requester"; });
}

bool may_see(const Request& r, const std::set<std::string>& roles, const std::string& person) {
  return r.requester == person || sees_all(roles);
}

Result<const Request*> addressed(const State& s, const Context& ctx) {
  const auto* r = find(s, ctx.target);
  if (!r || !may_see(*r, ctx.roles, ctx.actor.person()))
    return refuse(RefusalKind::not_found, "not_found", "There is no such request.");
  if (r->status == Status::archived)
    return refuse(RefusalKind::conflict, "archived", "Request " + r->number + " is archived and no longer changes.",
                  "Log a new request.");
  return r;
}

Result<const Request*> going(const State& s, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  if (r->status == Status::open) return r;
  const std::string status(name_of(r->status));
  return refuse(RefusalKind::conflict, status, "Request " + r->number + " is " + status + ".",
                r->status == Status::deferred ? "Take it up again first." : "Have it reopened first.");
}

const Candidate* candidate_of(const Request& r, const std::string& contact) {
  const auto it = std::ranges::find(r.candidates, contact, &Candidate::contact);
  return it == r.candidates.end() ? nullptr : &*it;
}

const Candidate* current_of(const Request& r) {
  return r.current.empty() ? nullptr : candidate_of(r, r.current);
}

const Candidate* next_fallback(const Request& r) {
  const auto it = std::ranges::find(r.candidates, CandidateStatus::chosen, &Candidate::status);
  return it == r.candidates.end() ? nullptr : &*it;
}

matching::Need need_of(const Request& r, const directory::State& dir, Date on) {
  matching::Need need;
  need.request = r.id;
  need.use_type = r.intake.use_type.value_or(UseType{});
  need.channel = r.intake.channels.empty() ? Channel{} : r.intake.channels.front();
  need.language = text(r.intake.language);
  need.topic = text(r.intake.topic);
  need.on = on;
  const auto wished = text(r.intake.wished_customer);
  const bool out = std::ranges::find(r.passed_over, wished) != r.passed_over.end();
  if (!out && directory::contact(dir, wished)) need.wished_contact = wished;
  describe_prospect(need, r, dir);
  return need;
}

std::vector<matching::Blocker> shut_gates(const Request& r, const Floors& f, const std::string& contact, Date today) {
  auto need = need_of(r, f.directory, today);
  std::vector<matching::Blocker> shut;
  const auto channels = r.intake.channels.empty() ? std::vector{need.channel} : r.intake.channels;
  for (const auto channel : channels) {
    need.channel = channel;
    for (auto& gate : matching::gates(f.directory, f.policies, f.authorizations, f.advocates, need, contact)) {
      const bool known = std::ranges::any_of(shut, [&](const auto& b) { return b.code == gate.code; });
      const bool granted =
          escalations::overridable(gate.code) && escalations::exception(f.escalations, r.id, gate.code, today);
      if (!known && !granted) shut.push_back(std::move(gate));
    }
  }
  return shut;
}

authorizations::Use use_of(const Request& r, const directory::State& dir, const std::string& contact, Channel channel,
                           Date on) {
  const auto need = need_of(r, dir, on);
  authorizations::Use use;
  use.contact = contact;
  use.use_type = need.use_type;
  use.channel = channel;
  use.region = need.region;
  use.language = need.language;
  use.topic = need.topic;
  use.product = need.product;
  use.on = on;
  use.with = r.account;
  return use;
}

void add_blockers(Reasons& reasons, const std::vector<matching::Blocker>& shut, const std::string& field) {
  for (const auto& gate : shut)
    reasons.add({gate.code, field, gate.message,
                 escalations::overridable(gate.code) ? "Choose another customer, or escalate with the facts."
                                                     : "Choose another customer."});
}

json::Object facts_of(const Request& r, const Intake& in, const Floors& f) {
  json::Object facts;
  facts["number"] = r.number;
  facts["requester"] = r.requester;
  if (in.use_type) facts["use_type"] = std::string(name_of(*in.use_type));
  json::Array channels, touches;
  for (const auto c : in.channels) channels.emplace_back(std::string(name_of(c)));
  for (const auto t : in.touches.value_or(std::vector<Touch>{})) touches.emplace_back(std::string(name_of(t)));
  if (!channels.empty()) facts["channel"] = channels.front();
  facts["channels"] = std::move(channels);
  facts["touches"] = std::move(touches);
  const auto p = in.prospect.value_or(Prospect{});
  facts["prospect_name"] = text(p.name);
  facts["region"] = text(p.region);
  facts["industry"] = text(p.industry);
  facts["title"] = (in.use_type ? spoken(*in.use_type) : std::string("reference")) +
                   (text(p.name).empty() ? "" : " for " + text(p.name));
  if (in.deadline) facts["deadline"] = in.deadline->vj_str();
  facts["amount"] = r.amount.amount;
  facts["currency"] = r.amount.currency;
  facts["high_value"] = r.high_value;
  facts["assignees"] = assignees(r, in, f);
  return facts;
}

json::Object candidate_facts(const Candidate& c, const directory::State& dir) {
  json::Object facts;
  facts["contact"] = c.contact;
  facts["account"] = c.account;
  const auto* a = directory::account(dir, c.account);
  facts["account_owner"] = a ? a->owner : std::string{};
  return facts;
}

Personal said(const Context& ctx, const LongText& words) {
  return Personal::of(ctx.actor.person(), words.text);
}

std::optional<Personal> said(const Context& ctx, const std::optional<LongText>& words) {
  if (!words || trimmed(words->text).empty()) return {};
  return said(ctx, *words);
}

std::string trimmed(const std::string& s) {
  const auto from = s.find_first_not_of(" \t\r\n");
  return from == std::string::npos ? std::string{} : s.substr(from, s.find_last_not_of(" \t\r\n") - from + 1);
}

Personal again(const Personal& p) {
  return Personal::of(p.owner(), p.words());
}

std::string named_decision_maker(const Floors& f, escalations::Kind kind) {
  return person_only(f, policies::decision_maker(f.policies, std::string(name_of(kind))));
}

Events raise(const Request& r, const Floors& f, const std::string& rule, const std::string& facts,
             escalations::Kind kind, const Context& ctx, const std::vector<std::string>& options,
             const std::string& risk) {
  auto allowed =
      options.empty() ? std::vector<std::string>{"grant", "correct", "other_customer", "defer", "reject"} : options;
  if (!escalations::overridable(rule)) std::erase(allowed, "grant");
  return escalations::raise(f.escalations, f.policies, r.id, rule, facts, allowed, kind, ctx, risk,
                            named_decision_maker(f, kind), r.number);
}

Events release_current(const Request& r, const Floors& f, const Context& ctx) {
  const auto* c = current_of(r);
  return c ? advocates::release(f.advocates, c->advocate, r.id, ctx) : Events{};
}

Result<Events> go_to_next(const Request& r, const Floors& f, procedures::Run& run,
                          const std::set<std::string>& not_these, const Context& ctx) {
  Events out;
  procedures::StepInput input{LongText{"The next fallback takes over."}, {}, {}, {}};
  for (const auto& c : r.candidates) {
    if (c.status != CandidateStatus::chosen || not_these.contains(c.contact)) continue;
    if (const auto shut = shut_gates(r, f, c.contact, ctx.today()); !shut.empty()) {
      out.push_back(PassedOver{r.id, c.contact, shut.front().code, CandidateStatus::blocked});
      continue;
    }
    input.facts = candidate_facts(c, f.directory);
    if (auto done = run.decide("match", "", "chosen", input); !done) return std::unexpected(done.error());
    append(out, advocates::hold(f.advocates, c.advocate, *r.intake.use_type, r.id, ctx, r.intake.channels.front()));
    out.push_back(PutForward{r.id, c.contact});
    return out;
  }
  input.reason.text = "None of the chosen customers is left.";
  if (auto done = run.decide("match", "", "none_left", input); !done) return std::unexpected(done.error());
  append(out,
         raise(r, f, "none_left", "Every chosen customer declined or fell away.", escalations::Kind::cs_leader, ctx));
  return out;
}

}  // namespace vs::requests
