#include "features/authorizations/round_views.h"

#include <boost/json/parse.hpp>

#include "features/authorizations/commands.h"
#include "features/authorizations/input_checks.h"
#include "features/authorizations/wording.h"
#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

std::string name_of_contact(const directory::State& directory, const std::string& id) {
  const auto* contact = directory::contact(directory, id);
  return contact ? contact->name.words() : "";
}

SignerRow signer_row(const Signer& s, const directory::State& directory) {
  const bool answered = s.state == SignerState::answered;
  return {s.contact,          name_of_contact(directory, s.contact),
          s.authority,        s.state,
          s.answered_at,      answered ? std::optional(s.assurance) : std::nullopt,
          s.codes_impossible, s.remark.words()};
}

// The draft as if it had just been sent: what the customer would read is made by the same functions.
State as_if_sent(const State& state, const AskCustomer& c, const directory::State& directory,
                 const people::State& people, const policies::State& policies, const Context& ctx,
                 Result<Decision>& decision) {
  decision = ask(state, directory, people, policies, c, ctx);
  State draft;
  draft.wordings = state.wordings;
  if (!decision) return draft;
  for (const auto& event : decision->events)
    if (const auto* requested = event.as<Requested>()) on(draft, *requested, {0, ctx.now, ctx.actor, "", 0});
  return draft;
}

}  // namespace

std::optional<RoundView> round_view(const Authorization& a, const directory::State& directory,
                                    const people::State& people) {
  if (!a.round) return {};
  const auto& r = *a.round;
  RoundView view{r.state,
                 r.language,
                 r.wording.words(),
                 r.wording_digest,
                 r.message.words(),
                 people::name_of(people, r.by),
                 r.wording_template,
                 r.template_revision,
                 r.in_order,
                 r.asked_at,
                 r.link_until,
                 {},
                 {},
                 r.reminders};
  for (const auto& signer : r.signers) view.signers.push_back(signer_row(signer, directory));
  for (const auto& q : r.questions)
    view.questions.push_back(
        {q.contact, name_of_contact(directory, q.contact), q.question.words(), q.reply.words(), q.at});
  return view;
}

std::vector<DoubtRow> doubts_of(const Authorization& a) {
  std::vector<DoubtRow> out;
  for (const auto& doubt : a.doubts) out.push_back({doubt.cause, doubt.at});
  return out;
}

// A customer sees their own; the staff looks through the eyes of the signer they name.
Result<RoundPage> asked(const State& state, const directory::State& directory, const people::State& people,
                        const Ask& ask) {
  const auto* a = find(state, ask.id);
  auto as = ask.param("as");
  if (ask.actor.kind == ActorKind::contact) as = ask.actor.id;
  else if (as.empty() && a) as = a->contact;
  return round_page(state, directory, people, ask.id, as, ask.param("language"));
}

Result<RoundPage> preview(const State& state, const directory::State& directory, const people::State& people,
                          const policies::State& policies, const Ask& ask) {
  VS_TRY(body, json::parse(ask.param("draft")));
  VS_TRY(draft, json::from_value<AskCustomer>(body));
  Context ctx{ask.actor, ask.roles, ask.now, {}, ""};
  Result<Decision> decision = Decision{};
  const auto sent = as_if_sent(state, draft, directory, people, policies, ctx, decision);
  if (!decision) return std::unexpected(decision.error());
  return round_page(sent, directory, people, decision->id, draft.contact, ask.param("language"));
}

Result<MyPermissions> my_permissions(const State& state, const directory::State& directory,
                                     const policies::State& policies, const Ask& ask) {
  const auto contact = ask.actor.kind == ActorKind::contact ? ask.actor.id : ask.param("contact");
  const auto* known = directory::contact(directory, contact);
  if (!known) return refuse(RefusalKind::not_found, "not_found", "There is no such contact.");
  const auto language = ask.param("language");
  return MyPermissions{
      permissions_of(state, directory, policies, contact, language.empty() ? known->language : language, ask.today())};
}

}  // namespace vs::authorizations
