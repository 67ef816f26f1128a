// Requests in lists. A list may hold tens of thousands, so cheap filters come before anything is put in words.
#include <algorithm>

#include "features/requests/requests_common.h"
#include "features/requests/requests_views.h"

namespace vs::requests {
namespace {

ProspectView view(const Prospect& p) {
  const auto text = [](const std::optional<std::string>& value) { return value.value_or(""); };
  return {text(p.name),    text(p.industry), text(p.region),  text(p.country),
          text(p.product), text(p.persona),  text(p.account), p.size.value_or(0)};
}

void fill_intake(Row& row, const Intake& in) {
  if (in.purpose) row.purpose = in.purpose->words();
  if (in.use_case) row.use_case = in.use_case->words();
  row.use_type = in.use_type;
  row.channels = in.channels;
  if (!in.channels.empty()) row.channel = in.channels.front();
  row.deadline = in.deadline;
  row.deal = in.deal.value_or("");
  if (in.prospect) row.prospect = view(*in.prospect);
  row.wished_customer = in.wished_customer.value_or("");
  row.language = in.language.value_or("");
  row.topic = in.topic.value_or("");
  row.touches = in.touches.value_or(std::vector<Touch>{});
  row.wanted = in.wanted.value_or(1);
}

std::string customer_name(const directory::State& dir, const std::string& id) {
  if (const auto* c = directory::contact(dir, id)) return c->name.words();
  const auto* a = directory::account(dir, id);
  return a ? a->name : std::string{};
}

// Whose turn it is: one's own before all others.
std::string waiting_on(const procedures::Case& c, const Ask& ask) {
  std::string others;
  for (const auto& open : c.open) {
    const bool mine = open.assignee == ask.actor.person() || open.delegated_to == ask.actor.person() ||
                      (open.assignee.empty() && ask.has_role(open.owner_role));
    if (mine) return "me";
    if (others.empty()) others = open.owner_role;
  }
  return others;
}

bool wanted(const Request& r, const Ask& ask) {
  if (!may_see(r, ask.roles, ask.actor.person())) return false;
  if (const auto who = ask.param("requester"); !who.empty() && who != r.requester) return false;
  if (const auto deal = ask.param("deal"); !deal.empty() && r.intake.deal.value_or("") != deal) return false;
  const auto use_type = ask.param("use_type");
  return use_type.empty() || (r.intake.use_type && name_of(*r.intake.use_type) == use_type);
}

}  // namespace

void fill_row(Row& row, const Request& r, const people::State& people, const directory::State& dir,
              const procedures::State& procs, const Ask& ask) {
  row.id = r.id;
  row.number = r.number;
  fill_intake(row, r.intake);
  row.status = r.status;
  if (const auto* d = directory::deal(dir, row.deal)) row.deal_name = d->name;
  row.amount = r.amount.amount;
  row.currency = r.amount.currency;
  if (!row.wished_customer.empty()) row.wished_customer_name = customer_name(dir, row.wished_customer);
  row.high_value = r.high_value;
  row.requester = r.requester;
  row.requester_name = people::name_of(people, r.requester);
  row.delivered = r.delivered;
  row.decision = r.decision;
  row.created_at = r.created_at;
  row.version = r.version;
  const auto* c = procedures::find(procs, r.id);
  if (!c) return;
  row.version = std::max(row.version, c->version);
  row.sla = procedures::sla_of(procs, *c, ask.now);
  if (c->open.empty()) return;
  row.stage = procedures::stage(procs, *c);
  for (const auto& open : c->open)
    if (std::ranges::find(row.steps, open.step) == row.steps.end()) row.steps.push_back(open.step);
  row.step_due = procedures::due_of(*c);
  row.waiting_on = waiting_on(*c, ask);
}

std::vector<Row> rows(const State& s, const people::State& people, const directory::State& dir,
                      const procedures::State& procs, const Ask& ask) {
  std::vector<Row> out;
  const auto status = parse_enum<Status>(ask.param("status"));
  for (const auto& [each, queue] : s.by_status) {
    if (status && *status != each) continue;
    for (const auto& [deadline, id] : queue)
      if (const auto& r = s.requests.at(id); wanted(r, ask)) fill_row(out.emplace_back(), r, people, dir, procs, ask);
  }
  return out;
}

}  // namespace vs::requests
