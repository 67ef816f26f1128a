// The question as the customer sees it: what, by whom, why, how long, and of the prospect what they may know.
#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

Standing standing_of(const Request& r, const Candidate& c, const procedures::State& procs) {
  if (c.answer) return Standing::answered;
  const auto* procedure = procedures::find(procs, r.id);
  const bool open =
      r.status == Status::open && r.current == c.contact && procedure && procedures::open_at(*procedure, "confirm");
  return open ? Standing::open : Standing::over;
}

// Their name only when it may be told, or once the customer said yes and will meet them.
void describe_prospect(Confirmation& out, const Request& r, const Candidate& c, const directory::State& dir) {
  const auto need = need_of(r, dir, {});
  out.industry = need.industry;
  out.region = need.region;
  out.country = need.country;
  out.persona = need.persona;
  out.employees = need.size;
  out.product = need.product;
  if (r.proposal.name_prospect || c.status == CandidateStatus::confirmed) out.prospect_name = need.prospect_name;
}

}  // namespace

std::optional<Confirmation> confirmation_of(const State& s, const people::State& people, const directory::State& dir,
                                            const procedures::State& procs, const activities::State& acts,
                                            const std::string& request, const std::string& contact, Instant now) {
  const auto* r = find(s, request);
  const auto* c = r ? candidate_of(*r, contact) : nullptr;
  if (!c || !c->asked_at) return {};
  Confirmation out{r->id, r->number, contact, standing_of(*r, *c, procs)};
  out.asked_by = people::name_of(people, r->requester);
  out.written_by = people::name_of(people, c->asked_by);
  if (const auto* known = directory::contact(dir, contact)) {
    out.customer = known->name.words();
    out.time_zone = known->time_zone;
  }
  if (const auto* account = directory::account(dir, c->account)) out.customer_company = account->name;
  out.message = r->proposal.message.words();
  out.use_type = r->intake.use_type.value_or(UseType{});
  out.channels = r->intake.channels;
  out.language = r->intake.language.value_or("");
  out.topic = r->intake.topic.value_or("");
  describe_prospect(out, *r, *c, dir);
  out.minutes = r->proposal.minutes;
  out.slots = ahead(r->proposal.slots, now);
  out.answer_by = c->answer_by;
  if (c->answer) {
    out.reply = c->answer->reply;
    out.other_times = c->answer->slots;
  }
  out.slot = c->slot;
  if (const auto* a = activities::of_request(acts, request); a && a->plan.contact == contact) out.activity = a->id;
  out.version = r->version;
  return out;
}

Result<Confirmation> confirmation(const State& s, const people::State& people, const directory::State& dir,
                                  const procedures::State& procs, const activities::State& acts, const Ask& ask) {
  const auto* r = find(s, ask.id);
  const bool customer = ask.actor.kind == ActorKind::contact;
  if (r && !customer && !may_see(*r, ask.roles, ask.actor.person())) r = nullptr;
  const std::string contact = customer ? ask.actor.id : r ? r->current : std::string{};
  if (r)
    if (auto shown = confirmation_of(s, people, dir, procs, acts, r->id, contact, ask.now)) return std::move(*shown);
  return refuse(RefusalKind::not_found, "not_found", "There is no such question.");
}

}  // namespace vs::requests
