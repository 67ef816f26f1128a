// Profiles of advocates (ADV-05): nominating, revising, confirming, days off.
#include <algorithm>

#include "features/advocates/verbs.h"

namespace vs::advocates {
namespace {

using Words = std::vector<std::string>;

// Without blanks at the ends, empty ones and repetitions; what is absent comes from the directory.
Words tidy(const Words& values, const std::string& otherwise = {}) {
  Words out;
  for (const auto& value : values) {
    const auto from = value.find_first_not_of(" \t\r\n");
    if (from == std::string::npos) continue;
    auto word = value.substr(from, value.find_last_not_of(" \t\r\n") - from + 1);
    if (std::ranges::find(out, word) == out.end()) out.push_back(std::move(word));
  }
  if (out.empty() && !otherwise.empty()) out.push_back(otherwise);
  return out;
}

std::vector<UseType> tidy(std::vector<UseType> types) {
  std::ranges::sort(types);
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

template <class T>
std::optional<T> tidied(const std::optional<T>& values) {
  if (!values) return {};
  return tidy(*values);
}

void expect_profile(Reasons& reasons, const std::vector<UseType>& use_types, int max_per_quarter) {
  reasons.expect(!use_types.empty(), "use_type_required", "use_types",
                 "Say at least one thing this person is willing to do.", "Choose for example a reference call.");
  reasons.expect(max_per_quarter >= 1 && max_per_quarter <= 90, "load_out_of_range", "max_per_quarter",
                 "The most uses per quarter must be between 1 and 90.");
}

void expect_person(Reasons& reasons, const State& state, const directory::State& directory,
                   const std::string& contact) {
  const auto* person = directory::contact(directory, contact);
  reasons.expect(person, "no_such_contact", "contact", "This person is not in the directory.",
                 "Add the contact first.");
  if (!person) return;
  reasons.expect(!person->left, "contact_left", "contact", "This person has left the company.");
  reasons.expect(!person->opted_out, "opted_out", "contact", "This person does not want to be contacted.");
  const auto* known = of_contact(state, contact);
  reasons.expect(!known || known->stage == Stage::retired, "already_nominated", "contact",
                 "This person is already in the program.", "Open their record and continue there.");
}

Nominated profile_of(const Nominate& cmd, const directory::State& directory, const Context& ctx) {
  const auto& person = *directory::contact(directory, cmd.contact);
  const auto* company = directory::account(directory, person.account);
  Nominated e{.advocate = ctx.id("adv"), .contact = cmd.contact, .account = person.account, .on = ctx.today()};
  e.use_types = tidy(cmd.use_types);
  e.industries = tidy(cmd.industries, company ? company->industry : "");
  e.products = tidy(cmd.products);
  if (e.products.empty() && company) e.products = tidy(company->products);
  e.regions = tidy(cmd.regions, !person.region.empty() ? person.region : company ? company->region : "");
  e.languages = tidy(cmd.languages, person.language);
  e.topics = tidy(cmd.topics);
  e.excluded_topics = tidy(cmd.excluded_topics.value_or(Words{}));
  e.personas = tidy(cmd.personas.value_or(Words{}), person.persona);
  e.time_zone = cmd.time_zone.empty() ? person.time_zone : cmd.time_zone;
  e.max_per_quarter = cmd.max_per_quarter;
  e.outcomes = cmd.outcomes.value_or(std::vector<Outcome>{});
  if (cmd.notes && !cmd.notes->text.empty()) e.notes = Personal::of(ctx.actor.person(), cmd.notes->text);
  return e;
}

std::unexpected<Refusal> no_such_advocate() {
  return refuse(RefusalKind::not_found, "no_such_advocate", "There is no such advocate.");
}

std::unexpected<Refusal> already_retired() {
  return refuse(RefusalKind::conflict, "wrong_stage", "This advocate is retired.",
                "Nominate the person anew if they want to come back.");
}

}  // namespace

Result<Decision> nominate(const State& state, const directory::State& directory, const Nominate& cmd,
                          const Context& ctx) {
  Reasons reasons;
  expect_person(reasons, state, directory, cmd.contact);
  expect_profile(reasons, cmd.use_types, cmd.max_per_quarter);
  if (!reasons.empty()) return reasons.refuse();
  auto event = profile_of(cmd, directory, ctx);
  const auto id = event.advocate;
  Events events{std::move(event)};
  append(events, directory::rely_on(directory, cmd.contact, "advocate"));
  return Decision{std::move(events), id};
}

Result<Decision> revise(const State& state, const Revise& cmd, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == Stage::retired) return already_retired();
  Reasons reasons;
  expect_profile(reasons, cmd.use_types.value_or(a->use_types), cmd.max_per_quarter.value_or(a->max_per_quarter));
  if (!reasons.empty()) return reasons.refuse();
  ProfileRevised e{.advocate = a->id};
  e.use_types = tidied(cmd.use_types);
  e.industries = tidied(cmd.industries);
  e.products = tidied(cmd.products);
  e.regions = tidied(cmd.regions);
  e.languages = tidied(cmd.languages);
  e.topics = tidied(cmd.topics);
  e.excluded_topics = tidied(cmd.excluded_topics);
  e.personas = tidied(cmd.personas);
  e.time_zone = cmd.time_zone;
  e.max_per_quarter = cmd.max_per_quarter;
  e.outcomes = cmd.outcomes;
  if (cmd.notes && !cmd.notes->text.empty()) e.notes = Personal::of(ctx.actor.person(), cmd.notes->text);
  return Decision{{std::move(e)}, a->id};
}

Result<Decision> black_out(const State& state, const Blackout& cmd, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == Stage::retired) return already_retired();
  Reasons reasons;
  reasons.expect(cmd.from <= cmd.until, "dates_reversed", "until", "The last day must not lie before the first.");
  reasons.expect(cmd.until >= ctx.today(), "date_not_ahead", "until", "These days are already over.");
  if (!reasons.empty()) return reasons.refuse();
  if (std::ranges::find(a->blackout, cmd) != a->blackout.end()) return Decision{};
  return Decision{{BlackedOut{a->id, cmd.from, cmd.until}}, a->id};
}

Result<Decision> confirm_profile(const State& state, const Nothing&, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == Stage::retired) return already_retired();
  if (a->confirmed_on == ctx.today()) return Decision{};
  return Decision{{ProfileConfirmed{a->id, ctx.today()}}, a->id};
}

}  // namespace vs::advocates
