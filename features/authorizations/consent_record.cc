#include "features/authorizations/consent_record.h"

#include "features/authorizations/lexicon.h"
#include "features/authorizations/round_rules.h"
#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

using json::Array;
using json::Object;

Object context_of() {
  return {{"dpv", "https://w3id.org/dpv#"},
          {"dct", "http://purl.org/dc/terms/"},
          {"vouchsafe", "urn:vouchsafe:terms#"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

Object typed(std::string value, const char* type) {
  return {{"@value", std::move(value)}, {"@type", std::string("xsd:") + type}};
}

std::string urn(const std::string& id) {
  return "urn:vouchsafe:" + id;
}

// The state of consent, in the six words of TS 27560.
const char* consent_state(const Authorization& a, Date today) {
  const bool answered = a.given > 0;
  if (a.phase == Phase::withdrawn) return "dpv:ConsentWithdrawn";
  if (a.phase == Phase::declined) return "dpv:ConsentRefused";
  if (!answered) return "dpv:ConsentRequested";
  if (a.phase == Phase::suspended) return "dpv:ConsentInvalidated";
  return status_of(a, today, 0) == Status::expired ? "dpv:ConsentExpired" : "dpv:ConsentGiven";
}

template <class T>
Array texts(const std::vector<T>& items) {
  Array out;
  for (const auto& each : items) {
    if constexpr (DescribedEnum<T>) out.emplace_back(name_of(each));
    else out.emplace_back(each);
  }
  return out;
}

// One purpose: the use, its places and its limits.
Object process_of(const Grant& g) {
  const auto& l = delivered_lexicon("en");
  Array conditions;
  for (const auto& each : g.conditions) conditions.emplace_back(each.words());
  Object out{{"@type", "dpv:Process"},
             {"dpv:hasPurpose", Object{{"@type", "dpv:Marketing"},
                                       {"dct:identifier", name_of(g.use_type)},
                                       {"dct:title", use_title(l, g.use_type)},
                                       {"dct:description", use_text(l, g.use_type)}}},
             {"dpv:hasProcessing", Array{"dpv:Use", "dpv:Disclose"}},
             {"dpv:hasLegalBasis", "dpv:Consent"},
             {"dpv:hasNecessity", "dpv:Required"},
             {"dpv:hasPersonalData", Array{"dpv:Name", "dpv:ProfessionalEvaluation", "dpv:Opinion"}},
             {"vouchsafe:specialCategories", false},
             {"vouchsafe:channels", texts(g.channels)},
             {"vouchsafe:territories", texts(g.regions)},
             {"vouchsafe:languages", texts(g.languages)},
             {"vouchsafe:products", texts(g.products)},
             {"vouchsafe:topics", texts(g.topics)},
             {"vouchsafe:from", typed(g.from.vj_str(), "date")},
             {"vouchsafe:until", typed(g.until.vj_str(), "date")},
             {"vouchsafe:askEachTime", g.ask_each_time},
             {"vouchsafe:approveWordsFirst", g.approve_words_first.value_or(false)},
             {"vouchsafe:notWithCompetitors", g.not_with_competitors.value_or(false)},
             {"vouchsafe:notWith", texts(g.not_with)},
             {"vouchsafe:conditions", std::move(conditions)},
             {"vouchsafe:awaitsLegal", g.with_legal}};
  if (g.content) out["vouchsafe:contentDigest"] = "sha256:" + digest_of(g.content->words());
  return out;
}

Array processes(const std::vector<Grant>& grants) {
  Array out;
  for (const auto& each : grants) out.push_back(process_of(each));
  return out;
}

// The very bytes that were shown, and their hash.
Object notice_of(const Authorization& a) {
  Object out{{"@type", "dpv:ConsentNotice"}};
  if (!a.round) {
    out["dct:description"] = a.wording ? a.wording->words() : "";
    out["vouchsafe:digest"] = "sha256:" + digest_of(a.wording ? a.wording->words() : "");
    return out;
  }
  const auto& r = *a.round;
  out["@id"] = urn(a.id) + ":notice";
  out["dct:hasVersion"] = std::to_string(r.template_revision);
  out["dct:language"] = r.language;
  out["dct:description"] = r.wording.words();
  out["vouchsafe:digest"] = "sha256:" + r.wording_digest;
  return out;
}

std::string assurance_in_words(const Signer& s) {
  if (s.assurance == Assurance::code) return "email-link+code";
  return s.codes_impossible ? "link handed over by staff; no code could be sent" : "email-link";
}

Object signer_event(const Signer& s) {
  return {{"@type", "dpv:ConsentGiven"},
          {"dpv:isIndicatedBy", urn(s.contact)},
          {"dpv:isIndicatedAtTime", typed(s.answered_at->vj_str(), "dateTime")},
          {"dpv:hasIndicationMethod", "portal form, deliberate act for each purpose"},
          {"dct:language", s.language},
          {"vouchsafe:authority", name_of(s.authority)},
          {"vouchsafe:assurance", assurance_in_words(s)},
          {"vouchsafe:acts", texts(s.acts)},
          {"vouchsafe:typedName", s.typed_name.words()},
          {"vouchsafe:noticeDigest", "sha256:" + s.wording_digest},
          {"vouchsafe:ledgerSequence", std::int64_t(s.answered)}};
}

Array events_of(const Authorization& a) {
  Array out;
  if (a.round)
    for (const auto& signer : a.round->signers) {
      if (signer.state != SignerState::answered) continue;
      auto event = signer_event(signer);
      const bool some = std::ranges::any_of(signer.answers, [](const auto& x) { return x.answer != Say::no; });
      if (!some) event["@type"] = "dpv:ConsentRefused";
      out.push_back(std::move(event));
    }
  if (out.empty() && a.given > 0)
    out.push_back(Object{{"@type", "dpv:ConsentGiven"},
                         {"dpv:isIndicatedBy", urn(a.contact)},
                         {"dpv:isIndicatedAtTime", typed(a.recorded_at.vj_str(), "dateTime")},
                         {"dpv:hasIndicationMethod", name_of(a.how)},
                         {"vouchsafe:ledgerSequence", std::int64_t(a.given)}});
  if (a.withdrawn > 0)
    out.push_back(Object{{"@type", "dpv:ConsentWithdrawn"}, {"vouchsafe:ledgerSequence", std::int64_t(a.withdrawn)}});
  return out;
}

Object controller_of(const mail::State& mail) {
  return {{"@type", "dpv:DataController"},
          {"dpv:hasName", mail.settings.company},
          {"dpv:hasAddress", mail.settings.imprint},
          {"dpv:hasContact", mail.settings.reply_to}};
}

int retention_months(const policies::State& policies) {
  const auto& months = policies::in_force(policies).retention_months;
  const auto it = months.find("authorizations");
  return it == months.end() ? 84 : it->second;
}

Object control() {
  return {{"@type", "dpv:WithdrawConsent"},
          {"dct:description",
           "On the same page on which it was given, or by saying so to anybody in the program; at "
           "once, without a reason, and with no more steps than giving."},
          {"dpv:hasRights", Array{"access", "rectification", "erasure", "restriction", "portability"}},
          {"vouchsafe:authority", "the supervisory authority of the place where the data subject lives or works"}};
}

Array evidence_of(const Authorization& a) {
  Array out;
  for (const auto& each : a.evidence)
    out.push_back(Object{{"dct:identifier", each.file}, {"dct:title", each.name.words()}});
  return out;
}

}  // namespace

Result<Answer> consent_record(const State& state, const directory::State& directory, const policies::State& policies,
                              const mail::State& mail, const Ask& ask) {
  const auto* a = find(state, ask.id);
  if (!a || (ask.actor.kind == ActorKind::contact && !concerns_me(*a, ask.actor.id)))
    return refuse(RefusalKind::not_found, "not_found", "There is no such authorization.");
  const auto* account = directory::account(directory, a->account);
  const auto last = last_day(a->grants);
  Object record{
      {"@context", context_of()},
      {"@id", urn(a->id)},
      {"@type", "dpv:ConsentRecord"},
      {"dct:conformsTo", "https://w3id.org/dpv/guides/consent-27560"},
      {"vouchsafe:schemaVersion", "ISO/IEC TS 27560:2023"},
      {"dct:identifier", a->id},
      {"vouchsafe:receiptId", a->number},
      {"dpv:hasDataSubject", urn(a->contact)},
      {"vouchsafe:company", account ? account->name : ""},
      {"dpv:hasNotice", notice_of(*a)},
      {"dpv:hasProcess", processes(a->given > 0 ? a->grants : a->asks)},
      {"dpv:hasDataController", Array{controller_of(mail)}},
      {"dpv:hasRecipient", Array{"those who are shown the use in the channels named"}},
      {"dpv:hasStorageCondition",
       Object{{"dpv:hasLocation", "the controller's own installation"},
              {"dpv:hasDuration", typed("P" + std::to_string(retention_months(policies)) + "M", "duration")}}},
      {"dpv:hasJurisdiction", "that of the controller's seat"},
      {"dpv:hasConsentControl", control()},
      {"dpv:hasConsentStatus", consent_state(*a, ask.today())},
      {"vouchsafe:consentType", "dpv:ExplicitlyExpressedConsent"},
      {"vouchsafe:incentive", false},
      {"vouchsafe:events", events_of(*a)},
      {"vouchsafe:evidence", evidence_of(*a)},
      {"vouchsafe:version", std::int64_t(a->version)},
      {"dct:issued", typed(ask.now.vj_str(), "dateTime")}};
  if (last) record["dpv:hasDuration"] = Object{{"dct:valid", typed(last->vj_str(), "date")}};
  if (a->round) {
    record["vouchsafe:askedBy"] = urn(a->round->by);
    record["vouchsafe:askedAt"] = typed(a->round->asked_at.vj_str(), "dateTime");
    record["vouchsafe:askedAtSequence"] = std::int64_t(a->round->asked);
  }
  Array disclosures;
  for (const auto& each : a->disclosures) disclosures.emplace_back(each.text);
  record["vouchsafe:disclosures"] = std::move(disclosures);
  Answer answer{json::to_text(json::Value(std::move(record))), a->version};
  answer.content_type = "application/ld+json";
  return answer;
}

}  // namespace vs::authorizations
