// From intake to a complete request: REQ-01, REQ-02, PRG-01.
#include <algorithm>

#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

constexpr std::size_t clear_enough = 15;  ///< bytes below which a use case says nothing

template <class Command>
Intake intake_of(const Command& cmd, const std::string& requester) {
  Intake in;
  const auto words = [&](const std::optional<LongText>& text) -> std::optional<Personal> {
    if (!text || trimmed(text->text).empty()) return {};
    return Personal::of(requester, trimmed(text->text));
  };
  in.purpose = words(cmd.purpose);
  in.use_case = words(cmd.use_case);
  in.use_type = cmd.use_type;
  in.channels = cmd.channels;
  if (cmd.channel && std::ranges::find(in.channels, *cmd.channel) == in.channels.end())
    in.channels.insert(in.channels.begin(), *cmd.channel);
  in.deadline = cmd.deadline;
  in.deal = cmd.deal;
  in.prospect = cmd.prospect;
  in.wished_customer = cmd.wished_customer;
  in.language = cmd.language;
  in.topic = cmd.topic;
  in.touches = cmd.touches;
  in.wanted = cmd.wanted;
  return in;
}

// References into the directory must lead somewhere, and numbers must make sense.
Reasons faults(const Intake& in, const directory::State& dir) {
  Reasons reasons;
  if (in.deal)
    reasons.expect(directory::deal(dir, *in.deal), "unknown_deal", "deal", "There is no such deal.",
                   "Choose a deal of the directory.");
  if (in.wished_customer)
    reasons.expect(directory::contact(dir, *in.wished_customer) || directory::account(dir, *in.wished_customer),
                   "unknown_customer", "wished_customer", "There is no such customer.",
                   "Choose a contact or an account of the directory.");
  if (in.prospect && in.prospect->account)
    reasons.expect(directory::account(dir, *in.prospect->account), "unknown_account", "prospect.account",
                   "There is no such account.");
  reasons.expect(!in.prospect || in.prospect->size.value_or(0) >= 0, "bad_size", "prospect.size",
                 "A company cannot have fewer than no employees.");
  reasons.expect(in.wanted.value_or(1) >= 1 && in.wanted.value_or(1) <= 20, "bad_wanted", "wanted",
                 "Ask for between 1 and 20 references.");
  return reasons;
}

template <class T>
void fill(std::optional<T>& field, const T& known) {
  if (!field && known != T{}) field = known;
}

// A deal from the directory says most about the prospect (REQ-01).
void fill_from_deal(Request& r, Intake& in, const directory::State& dir) {
  auto p = in.prospect.value_or(Prospect{});
  const auto* deal = in.deal ? directory::deal(dir, *in.deal) : nullptr;
  if (deal) {
    fill(p.account, deal->account);
    fill(p.product, deal->product);
    fill(p.name, deal->prospect_name);
    r.amount = {deal->amount, deal->currency};
  }
  r.account = p.account.value_or("");
  if (const auto* a = directory::account(dir, r.account)) {
    fill(p.name, a->name);
    fill(p.industry, a->industry);
    fill(p.region, a->region);
    fill(p.country, a->country);
    fill(p.size, a->employees);
  }
  if (deal || in.prospect) in.prospect = std::move(p);
}

bool is_high_value(const Request& r, const Floors& f) {
  const auto* a = directory::account(f.directory, r.account);
  return r.amount.amount >= policies::in_force(f.policies).high_value_amount || (a && a->tier == "strategic");
}

bool told(const Intake& in, const std::string& field) {
  if (field == "purpose") return in.purpose.has_value();
  if (field == "use_case") return in.use_case.has_value();
  if (field == "use_type") return in.use_type.has_value();
  if (field == "channel") return !in.channels.empty();
  if (field == "deadline") return in.deadline.has_value();
  if (field == "deal") return in.deal.has_value();
  if (field == "prospect") return in.prospect.has_value();
  if (field == "wished_customer") return in.wished_customer.has_value();
  if (field == "language") return in.language.has_value();
  if (field == "topic") return in.topic.has_value();
  return true;
}

void check_deadline(std::vector<Missing>& out, const Intake& in, const policies::Policies& p, Date today) {
  if (!in.deadline) return;
  const auto gap = lead_gap(in, p, today);
  if (*in.deadline < today)
    out.push_back({"deadline_past", "deadline", "The deadline is already past.", "Name a day ahead."});
  else if (gap && lead_rule(p) == policies::ShortLead::block)
    out.push_back({"lead_time_short", "deadline", sentence(*gap, *in.use_type),
                   "Name " + today.plus_days(gap->needed_days).vj_str() + " or later."});
}

// Told and counted each time the request comes in, whatever policy makes of it (REQ-03).
Events note_lead(const std::string& request, const Intake& in, const Floors& f, Date today) {
  const auto& p = policies::in_force(f.policies);
  const auto gap = lead_gap(in, p, today);
  if (!gap) return {};
  return {ShortLeadNoted{request, *in.use_type, gap->needed_days, gap->days_left, lead_rule(p)}};
}

std::string field_words(const std::string& field) {
  std::string words = field;
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::vector<Missing> missing_of(const Intake& in, const Floors& f, Date today) {
  const auto& p = policies::in_force(f.policies);
  auto fields = p.required_fields;
  for (const auto* always : {"use_type", "channel", "use_case"})
    if (std::ranges::find(fields, always) == fields.end()) fields.emplace_back(always);
  std::vector<Missing> out;
  for (const auto& field : fields)
    if (!told(in, field))
      out.push_back({"required", field, "The " + field_words(field) + " is missing.", "Fill it in."});
  if (in.use_case && in.use_case->words().size() < clear_enough)
    out.push_back({"unclear_use_case", "use_case", "The use case does not say what the reference is for.",
                   "Say in a sentence who will ask the customer what."});
  check_deadline(out, in, p, today);
  return out;
}

std::vector<std::string> duplicates_of(const State& s, const Intake& in) {
  std::vector<std::string> out;
  const auto it = in.deal ? s.by_deal.find(*in.deal) : s.by_deal.end();
  if (it == s.by_deal.end()) return out;
  for (const auto& id : it->second)
    if (s.requests.at(id).intake.use_type == in.use_type) out.push_back(id);
  return out;
}

// Step `completeness`: on, back to the requester, or up to a decision maker when the use case stays unclear.
Result<Events> check_completeness(const Request& r, const Intake& in, const Floors& f, procedures::Run& run,
                                  const Context& ctx) {
  const auto missing = missing_of(in, f, ctx.today());
  Events out;
  procedures::StepInput input;
  if (missing.empty()) {
    if (auto done = run.decide("completeness", "", "complete", input); !done) return std::unexpected(done.error());
    return out;
  }
  const bool unclear = std::ranges::any_of(missing, [](const Missing& m) { return m.field == "use_case"; });
  const bool give_up = unclear && r.unclear > 0;
  input.reason.text =
      missing.size() == 1 ? "One thing is missing." : std::to_string(missing.size()) + " things are missing.";
  if (auto done = run.decide("completeness", "", give_up ? "no_use_case" : "incomplete", input); !done)
    return std::unexpected(done.error());
  out.push_back(Returned{r.id, missing});
  if (give_up)
    append(out, raise(r, f, "no_clear_use_case", "The request came twice without a clear use case.",
                      escalations::Kind::sponsor, ctx));
  return out;
}

// Nobody asks for the next reference while a debrief has been owed too long (ACT-03).
void expect_debriefs(Reasons& reasons, const activities::State& acts, const std::string& requester, const Floors& f,
                     Date today) {
  const auto days = policies::debrief_blocks_after(policies::in_force(f.policies));
  if (!days) return;
  for (const auto* a : activities::owed_by(acts, requester))
    reasons.expect(!a->on || today.days_since(*a->on) <= *days, "debrief_owed", "requester",
                   "The debrief of " + a->number + " for " + a->plan.request_number + " has been owed for more than " +
                       std::to_string(*days) + " days.",
                   "Give it first; it takes two minutes.");
}

std::string next_number(const State& s) {
  return "REQ-" + std::to_string(1001 + s.requests.size());
}

}  // namespace

Result<Decision> log(const State& s, VS_FLOORS, const activities::State& acts, const Log& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  if (auto ready = policies::ready(pol, people); !ready) return std::unexpected(ready.error());
  Request r;
  r.requester = cmd.requester.value_or(ctx.actor.person());
  Intake in = intake_of(cmd, r.requester);
  auto reasons = faults(in, dir);
  const bool for_another = r.requester != ctx.actor.person();
  reasons.expect(!for_another || ctx.has_role("intake_coordinator") || ctx.has_role("program_owner"), "not_for_others",
                 "requester", "Only an intake coordinator logs a request for somebody else.");
  reasons.expect(!for_another || people::find(people, r.requester), "unknown_person", "requester",
                 "There is no such person.");
  expect_debriefs(reasons, acts, r.requester, f, ctx.today());
  if (!reasons.empty()) return reasons.refuse();

  r.id = ctx.id("req");
  r.number = next_number(s);
  fill_from_deal(r, in, dir);
  r.high_value = is_high_value(r, f);
  Events out{Logged{r.id, r.number, r.requester, in, r.account, r.amount, r.high_value, duplicates_of(s, in)}};
  append(out, note_lead(r.id, in, f, ctx.today()));
  if (in.deal) append(out, directory::rely_on(dir, *in.deal));
  VS_TRY(run, procedures::Run::open(procs, r.id, r.number, std::string(sop_id), facts_of(r, in, f), ctx));
  if (auto done = run.decide("log", "", "logged"); !done) return std::unexpected(done.error());
  VS_TRY(checked, check_completeness(r, in, f, run, ctx));
  append(out, run.take());
  append(out, std::move(checked));
  return Decision{std::move(out), r.id};
}

Result<Decision> resubmit(const Floors& f, const Request& r, const Complete& cmd, const Context& ctx) {
  const auto* c = procedures::find(f.procedures, r.id);
  const bool asked = c && procedures::open_at(*c, "information");
  const std::string step = asked ? "information" : "returned";
  const auto* open = c ? procedures::open_step(*c, step) : nullptr;
  const std::string instance = open ? open->instance : "";
  if (auto may = procedures::may_decide(f.procedures, f.people, r.id, step, instance, ctx); !may)
    return std::unexpected(may.error());
  Intake in = intake_of(cmd, r.requester);
  if (const auto reasons = faults(in, f.directory); !reasons.empty()) return reasons.refuse();

  Request after = r;
  after.intake = merged(r.intake, in);
  fill_from_deal(after, after.intake, f.directory);
  after.high_value = is_high_value(after, f);
  in.prospect = after.intake.prospect;
  Events out{Completed{r.id, in, after.account, after.amount, after.high_value}};
  append(out, note_lead(r.id, after.intake, f, ctx.today()));
  VS_TRY(run, procedures::Run::on(f.procedures, r.id, ctx));
  const procedures::StepInput input{cmd.reason.value_or(LongText{}), {}, facts_of(after, after.intake, f), {}};
  if (auto done = run.decide(step, instance, asked ? "answered" : "resubmitted", input); !done)
    return std::unexpected(done.error());
  Events checked;
  if (!asked) {
    VS_TRY(found, check_completeness(after, after.intake, f, run, ctx));
    checked = std::move(found);
  }
  append(out, run.take());
  append(out, std::move(checked));
  return Decision{std::move(out), r.id};
}

Result<Decision> recheck_completeness(const Floors& f, const Request& r, const Context& ctx) {
  if (auto may = procedures::may_decide(f.procedures, f.people, r.id, "completeness", "", ctx); !may)
    return std::unexpected(may.error());
  VS_TRY(run, procedures::Run::on(f.procedures, r.id, ctx));
  VS_TRY(checked, check_completeness(r, r.intake, f, run, ctx));
  Events out = run.take();
  append(out, std::move(checked));
  return Decision{std::move(out), r.id};
}

}  // namespace vs::requests
