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

// Can the queue of one status, in order of deadline, answer without looking at any other request?
bool answered_by_queue(const Ask& ask) {
  static const std::set<std::string> known{"status", "requester", "deal", "use_type", "limit", "cursor", "sort"};
  const auto sort = ask.param("sort");
  return (sort.empty() || sort == "deadline") &&
         std::ranges::all_of(ask.params, [](const auto& param) { return known.contains(param.first); });
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

// Every request of the queue that the ask wants; the queue stands in order of deadline.
Found<Row> page_of_queue(const ByDeadline& queue, const State& s, const people::State& people,
                         const directory::State& dir, const procedures::State& procs, const Ask& ask) {
  const auto page = page_of(ask);
  Found<Row> found;
  found.total = 0;
  const bool everybody = sees_all(ask.roles) && ask.param("requester").empty() && ask.param("deal").empty() &&
                         ask.param("use_type").empty();
  for (const auto& [deadline, id] : queue) {
    const bool on_page = *found.total >= page->from && found.rows.size() < page->limit;
    if (everybody && found.rows.size() == page->limit) break;
    if (everybody && !on_page) {
      ++*found.total;
      continue;
    }
    const auto& r = s.requests.at(id);
    if (!wanted(r, ask)) continue;
    if (on_page) fill_row(found.rows.emplace_back(), r, people, dir, procs, ask);
    ++*found.total;
  }
  if (everybody) found.total = queue.size();
  return found;
}

Found<Row> rows(const State& s, const people::State& people, const directory::State& dir,
                const procedures::State& procs, const Ask& ask) {
  const auto status = parse_enum<Status>(ask.param("status"));
  const auto queue = status ? s.by_status.find(*status) : s.by_status.end();
  if (queue != s.by_status.end() && page_of(ask) && answered_by_queue(ask))
    return page_of_queue(queue->second, s, people, dir, procs, ask);
  Found<Row> found;
  for (const auto& [each, requests] : s.by_status) {
    if (status && *status != each) continue;
    for (const auto& [deadline, id] : requests)
      if (const auto& r = s.requests.at(id); wanted(r, ask))
        fill_row(found.rows.emplace_back(), r, people, dir, procs, ask);
  }
  return found;
}

}  // namespace vs::requests
