#include "features/authorizations/authorizations_views.h"

#include <algorithm>

#include "features/authorizations/lexicon.h"
#include "features/authorizations/round_rules.h"
#include "features/authorizations/round_views.h"
#include "features/authorizations/scope.h"
#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

GrantView view_of(const Grant& g) {
  GrantView view{g.use_type,
                 g.channels,
                 g.regions,
                 g.languages,
                 g.products,
                 g.topics,
                 g.not_with,
                 g.from,
                 g.until,
                 g.ask_each_time,
                 {},
                 g.content ? g.content->words() : "",
                 g.not_with_competitors.value_or(false),
                 g.approve_words_first.value_or(false),
                 g.with_legal};
  for (const auto& condition : g.conditions) view.conditions.push_back(condition.words());
  return view;
}

std::vector<GrantView> views_of(const std::vector<Grant>& grants) {
  std::vector<GrantView> out;
  for (const auto& grant : grants) out.push_back(view_of(grant));
  return out;
}

template <class T>
void add_once(std::vector<T>& list, const T& item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

std::string contact_name(const directory::State& directory, const std::string& id) {
  const auto* contact = directory::contact(directory, id);
  return contact ? contact->name.words() : "";
}

std::string account_name(const directory::State& directory, const std::string& id) {
  const auto* account = directory::account(directory, id);
  return account ? account->name : "";
}

// While the customer has not answered, what was asked for is shown in place of what is permitted.
Row row_of(const Authorization& a, const directory::State& directory, const people::State& people, Status status) {
  const auto& scope = a.phase == Phase::asked || a.phase == Phase::declined ? a.asks : a.grants;
  Row row{a.id,
          a.number,
          a.contact,
          contact_name(directory, a.contact),
          a.account,
          account_name(directory, a.account),
          status,
          {},
          {},
          views_of(a.grants),
          last_day(scope),
          a.pre_approved,
          {},
          "",
          std::int64_t(a.uses.size()),
          a.version};
  for (const auto& grant : scope) {
    add_once(row.use_types, grant.use_type);
    for (const auto channel : grant.channels) add_once(row.channels, channel);
  }
  if (a.given > 0) {
    row.recorded_at = a.recorded_at;
    row.recorded_by = people::name_of(people, a.recorded_by);
  }
  return row;
}

std::vector<HistoryRow> history_of(const Authorization& a, const people::State& people) {
  std::vector<HistoryRow> out;
  for (const auto& entry : a.history) {
    auto what = entry.what;
    if (!entry.remark.words().empty()) what += ": " + entry.remark.words();
    out.push_back({entry.at, people::name_of(people, entry.by), std::move(what)});
  }
  return out;
}

std::vector<EvidenceView> evidence_of(const Authorization& a) {
  std::vector<EvidenceView> out;
  for (const auto& each : a.evidence) out.push_back({each.file, each.name.words()});
  return out;
}

// A signer is often written with an address; only those who may see contact details read it (AUT-08).
std::string signer_for(const Authorization& a, const Ask& ask) {
  const bool plain = ask.actor.kind == ActorKind::contact || directory::may_see_contact_details(ask.roles) ||
                     ask.has_role("legal_reviewer") || ask.has_role("privacy_reviewer");
  return plain || a.signer.words().empty() ? a.signer.words() : "•••";
}

// Names of signers are contact details too.
std::vector<Signature> signatures_of(const Authorization& a, const directory::State& directory, const Ask& ask) {
  std::vector<Signature> out;
  if (!a.round) return out;
  const bool plain = signer_for(a, ask) != "•••";
  for (const auto& s : a.round->signers)
    if (s.state == SignerState::answered)
      out.push_back({contact_name(directory, s.contact), plain ? s.typed_name.words() : "•••", s.language,
                     s.wording_digest, s.authority, s.assurance, *s.answered_at, s.acts, s.answered,
                     s.codes_impossible});
  return out;
}

std::vector<std::string> texts_of(const std::vector<LongText>& texts) {
  std::vector<std::string> out;
  for (const auto& each : texts) out.push_back(each.text);
  return out;
}

Status status_on(const Authorization& a, const policies::State& policies, const Ask& ask) {
  return status_of(a, ask.today(), policies::in_force(policies).expiring_days);
}

std::optional<How> how_of(const Authorization& a) {
  return a.given > 0 ? std::optional(a.how) : std::nullopt;
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such authorization.");
}

}  // namespace

std::vector<Row> rows(const State& state, const directory::State& directory, const people::State& people,
                      const policies::State& policies, const Ask& ask) {
  std::vector<Row> out;
  for (const auto& [id, a] : state.authorizations)
    out.push_back(row_of(a, directory, people, status_on(a, policies, ask)));
  std::ranges::sort(out, std::ranges::greater{}, &Row::version);  // what happened last comes first
  return out;
}

Result<Item> item(const State& state, const directory::State& directory, const people::State& people,
                  const policies::State& policies, const Ask& ask) {
  const auto* a = find(state, ask.id);
  if (!a) return unknown();
  return Item{row_of(*a, directory, people, status_on(*a, policies, ask)),
              views_of(a->asks),
              texts_of(a->disclosures),
              evidence_of(*a),
              how_of(*a),
              signer_for(*a, ask),
              a->wording ? a->wording->words() : "",
              a->uses,
              history_of(*a, people),
              round_view(*a, directory, people),
              a->paused_until,
              a->renewal_offer,
              doubts_of(*a)};
}

Result<Receipt> receipt(const State& state, const directory::State& directory, const people::State& people,
                        const policies::State& policies, const Ask& ask) {
  const auto* a = find(state, ask.id);
  if (!a || (ask.actor.kind == ActorKind::contact && !concerns_me(*a, ask.actor.id))) return unknown();
  const auto wording = a->wording ? a->wording->words() : a->round ? a->round->wording.words() : "";
  return Receipt{"vouchsafe/authorization-receipt/1",
                 a->number,
                 contact_name(directory, a->contact),
                 account_name(directory, a->account),
                 status_on(*a, policies, ask),
                 signer_for(*a, ask),
                 wording,
                 how_of(*a),
                 views_of(a->asks),
                 views_of(a->grants),
                 texts_of(a->disclosures),
                 evidence_of(*a),
                 a->uses,
                 history_of(*a, people),
                 ask.now,
                 a->version,
                 digest_of(wording),
                 a->round ? a->round->language : "",
                 a->round ? a->round->asked : 0,
                 a->given,
                 signatures_of(*a, directory, ask)};
}

}  // namespace vs::authorizations
