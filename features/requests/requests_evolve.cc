#include <algorithm>

#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

// Requests without a deadline stand behind all others.
std::pair<Date, std::string> place(const Request& r) {
  return {r.intake.deadline.value_or(Date{std::chrono::sys_days{std::chrono::days{2'000'000}}}), r.id};
}

bool still_open(const Request& r) {
  return r.status == Status::open || r.status == Status::deferred;
}

void drop(ById<std::set<std::string>>& index, const std::string& key, const std::string& id) {
  const auto it = index.find(key);
  if (it == index.end()) return;
  it->second.erase(id);
  if (it->second.empty()) index.erase(it);
}

void enlist(State& s, const Request& r) {
  s.by_status[r.status].insert(place(r));
  if (!still_open(r)) return;
  if (r.intake.deal) s.by_deal[*r.intake.deal].insert(r.id);
  if (!r.current.empty()) s.by_current[r.current].insert(r.id);
}

void delist(State& s, const Request& r) {
  s.by_status[r.status].erase(place(r));
  if (r.intake.deal) drop(s.by_deal, *r.intake.deal, r.id);
  if (!r.current.empty()) drop(s.by_current, r.current, r.id);
}

// Changes a known request and keeps the indices right; unknown ones are ignored, so that folding is total.
template <class Change>
void change(State& s, const std::string& id, const Meta& m, std::string what, const std::string& contact,
            const Change& apply) {
  const auto it = s.requests.find(id);
  if (it == s.requests.end()) return;
  Request& r = it->second;
  delist(s, r);
  apply(r);
  r.version = m.sequence;
  r.trail.push_back({m.at, m.actor.person(), std::move(what), contact});
  enlist(s, r);
}

Candidate* candidate(Request& r, const std::string& contact) {
  const auto it = std::ranges::find(r.candidates, contact, &Candidate::contact);
  return it == r.candidates.end() ? nullptr : &*it;
}

void move(Request& r, const std::string& contact, CandidateStatus status, const Meta& m) {
  if (auto* c = candidate(r, contact)) {
    c->status = status;
    c->at = m.at;
    c->by = m.actor.person();
  }
}

template <class T>
void take(std::optional<T>& into, const std::optional<T>& from) {
  if (from) into = from;
}

void finish(Request& r, const Meta& m) {
  if (r.disclosure && r.disclosure->until > m.at) r.disclosure->until = m.at;
}

}  // namespace

Intake merged(Intake into, const Intake& from) {
  take(into.purpose, from.purpose);
  take(into.use_case, from.use_case);
  take(into.use_type, from.use_type);
  if (!from.channels.empty()) into.channels = from.channels;
  take(into.deadline, from.deadline);
  take(into.deal, from.deal);
  take(into.prospect, from.prospect);
  take(into.wished_customer, from.wished_customer);
  take(into.language, from.language);
  take(into.topic, from.topic);
  take(into.touches, from.touches);
  take(into.wanted, from.wanted);
  return into;
}

void on(State& s, const Logged& e, const Meta& m) {
  auto& r = s.requests[e.request];
  r.id = e.request;
  r.number = e.number;
  r.requester = e.requester;
  r.intake = e.intake;
  r.account = e.account;
  r.amount = e.amount;
  r.high_value = e.high_value;
  r.duplicates = e.duplicates;
  r.created_at = m.at;
  r.version = m.sequence;
  r.trail.push_back({m.at, m.actor.person(), "logged the request", ""});
  s.by_requester[r.requester].insert(r.id);
  s.by_number[r.number] = r.id;
  enlist(s, r);
}

void on(State& s, const Completed& e, const Meta& m) {
  change(s, e.request, m, "completed the request", "", [&](Request& r) {
    r.intake = merged(std::move(r.intake), e.intake);
    r.account = e.account;
    r.amount = e.amount;
    r.high_value = e.high_value;
    r.missing.clear();
    r.short_lead.reset();
  });
}

void on(State& s, const Returned& e, const Meta& m) {
  change(s, e.request, m, "returned the request: " + std::to_string(e.missing.size()) + " things missing", "",
         [&](Request& r) {
           r.missing.clear();
           bool unclear = false;
           for (const auto& each : e.missing) {
             r.missing.push_back({each.code, each.field, each.message, each.remedy});
             unclear = unclear || each.field == "use_case";
           }
           ++r.returned;
           r.unclear += unclear;
         });
}

void on(State& s, const FoundEligible& e, const Meta& m) {
  change(s, e.request, m, "found the request eligible", "", [&](Request& r) { r.policy_revision = e.policy_revision; });
}

void on(State& s, const ShortLeadNoted& e, const Meta& m) {
  change(s, e.request, m,
         "noted a short lead time: " + std::to_string(e.days_left) + " of " + std::to_string(e.needed_days) + " days",
         "", [&](Request& r) {
           r.short_lead = LeadGap{e.needed_days, e.days_left};
           s.short_leads[r.requester].insert(r.id);
         });
}

void on(State& s, const PassedOver& e, const Meta& m) {
  change(s, e.request, m, "passed over a candidate: " + e.why, e.contact, [&](Request& r) {
    move(r, e.contact, e.status, m);
    r.passed_over.push_back(e.contact);
    if (r.current == e.contact) {
      r.current.clear();
      finish(r, m);
    }
  });
}

void on(State& s, const CandidatesChosen& e, const Meta& m) {
  change(s, e.request, m, "chose " + std::to_string(e.candidates.size()) + " candidates", "", [&](Request& r) {
    std::erase_if(r.candidates, [](const Candidate& c) { return c.status == CandidateStatus::chosen; });
    for (const auto& c : e.candidates) {
      std::erase_if(r.candidates, [&](const Candidate& old) { return old.contact == c.contact; });
      r.candidates.push_back({.contact = c.contact,
                              .advocate = c.advocate,
                              .account = c.account,
                              .score = c.score,
                              .at = m.at,
                              .by = m.actor.person()});
    }
    r.choice_reason = e.reason;
    r.conditions = e.conditions;
    r.policy_revision = e.policy_revision;
  });
}

void on(State& s, const PutForward& e, const Meta& m) {
  change(s, e.request, m, "put a candidate forward", e.contact, [&](Request& r) {
    r.current = e.contact;
    move(r, e.contact, CandidateStatus::consulted, m);
  });
}

void on(State& s, const OwnerAgreed& e, const Meta& m) {
  change(s, e.request, m, "agreed to ask the customer", e.contact,
         [&](Request& r) { move(r, e.contact, CandidateStatus::asked, m); });
}

void on(State& s, const OwnerObjected& e, const Meta& m) {
  change(s, e.request, m, "objected to asking the customer", e.contact, [&](Request& r) {
    move(r, e.contact, CandidateStatus::objected, m);
    if (auto* c = candidate(r, e.contact)) c->word = e.reason;
    r.current.clear();
  });
}

void on(State& s, const TimesProposed& e, const Meta& m) {
  change(s, e.request, m, "proposed times to the customer", "", [&](Request& r) {
    if (!e.slots.empty()) r.proposal.slots = e.slots;
    if (e.minutes > 0) r.proposal.minutes = e.minutes;
    if (e.message) r.proposal.message = *e.message;
    r.proposal.name_prospect = e.name_prospect;
  });
}

void on(State& s, const CustomerAsked& e, const Meta& m) {
  change(s, e.request, m, "asked the customer", e.contact, [&](Request& r) {
    auto* c = candidate(r, e.contact);
    if (!c) return;
    c->asked_at = m.at;
    c->asked_by = m.actor.person();
    c->answer_by = e.answer_by;
    c->answer.reset();
    c->reminded = false;
  });
}

void on(State& s, const CustomerReminded& e, const Meta& m) {
  change(s, e.request, m, "reminded the customer", e.contact, [&](Request& r) {
    if (auto* c = candidate(r, e.contact)) c->reminded = true;
  });
}

void on(State& s, const CustomerAnswered& e, const Meta& m) {
  change(s, e.request, m, "answered: " + spoken(e.reply), e.contact, [&](Request& r) {
    if (auto* c = candidate(r, e.contact))
      c->answer = OwnAnswer{e.reply, m.at, e.slots, e.colleague_name.value_or(Personal{}),
                            e.colleague_email.value_or(Personal{})};
  });
}

void on(State& s, const CustomerConfirmed& e, const Meta& m) {
  change(s, e.request, m, "recorded the customer's yes", e.contact, [&](Request& r) {
    move(r, e.contact, CandidateStatus::confirmed, m);
    if (auto* c = candidate(r, e.contact)) {
      c->slot = e.slot;
      c->evidence = e.evidence;
    }
  });
}

void on(State& s, const OtherTimeProposed& e, const Meta& m) {
  change(s, e.request, m, "recorded another time that the customer proposes", e.contact, [&](Request& r) {
    move(r, e.contact, CandidateStatus::confirmed, m);
    if (auto* c = candidate(r, e.contact)) {
      c->slot = e.slot;
      c->evidence = e.evidence;
    }
  });
}

void on(State& s, const CustomerDeclined& e, const Meta& m) {
  change(s, e.request, m, e.only_now ? "recorded the customer's \"not now\"" : "recorded the customer's no", e.contact,
         [&](Request& r) {
           move(r, e.contact, CandidateStatus::declined, m);
           if (auto* c = candidate(r, e.contact)) {
             c->word = e.reason.value_or(Personal{});
             c->evidence = e.evidence;
           }
           r.current.clear();
         });
}

void on(State& s, const Approved& e, const Meta& m) {
  change(s, e.request, m, "gave the final approval", e.contact, [&](Request& r) {
    r.policy_revision = e.policy_revision;
    r.used_authorizations = e.authorizations;
  });
}

void on(State& s, const ContactDisclosed& e, const Meta& m) {
  change(s, e.request, m, "disclosed the contact to the requester", e.contact,
         [&](Request& r) { r.disclosure = Disclosure{e.contact, e.to, m.at, e.until, {}, 0}; });
}

void on(State& s, const DisclosedAgain& e, const Meta& m) {
  change(s, e.request, m, "disclosed the contact to the requester again", e.contact, [&](Request& r) {
    if (!r.disclosure) r.disclosure = Disclosure{e.contact, e.to, m.at, e.until, {}, 0};
    r.disclosure->at = m.at;
    r.disclosure->until = e.until;
    r.policy_revision = e.policy_revision;
  });
}

void on(State& s, const ContactViewed& e, const Meta& m) {
  change(s, e.request, m, "viewed the contact details", e.contact, [&](Request& r) {
    if (!r.disclosure) return;
    ++r.disclosure->views;
    r.disclosure->last_view[e.viewer] = m.at;
  });
}

void on(State& s, const Delivered& e, const Meta& m) {
  change(s, e.request, m, "the reference took place", e.contact, [&](Request& r) { ++r.delivered; });
}

void on(State& s, const CommitmentMissed& e, const Meta& m) {
  change(s, e.request, m, "the customer did not keep the date", e.contact, [&](Request& r) {
    move(r, e.contact, CandidateStatus::missed, m);
    r.passed_over.push_back(e.contact);
    if (r.current != e.contact) return;
    r.current.clear();
    finish(r, m);
  });
}

void on(State& s, const Rejected& e, const Meta& m) {
  change(s, e.request, m, "rejected the request (" + e.rule + ")", "", [&](Request& r) {
    r.status = Status::rejected;
    r.reason = e.reason;
    r.current.clear();
    finish(r, m);
  });
}

void on(State& s, const Cancelled& e, const Meta& m) {
  change(s, e.request, m, "cancelled the request", "", [&](Request& r) {
    r.status = Status::cancelled;
    r.reason = e.reason;
    r.current.clear();
    finish(r, m);
  });
}

void on(State& s, const Deferred& e, const Meta& m) {
  change(s, e.request, m, "deferred the request until " + e.until.vj_str(), "", [&](Request& r) {
    r.status = Status::deferred;
    r.deferred_until = e.until;
    r.reason = e.reason;
  });
}

void on(State& s, const Resumed& e, const Meta& m) {
  change(s, e.request, m, "took the request up again", "", [&](Request& r) {
    r.status = Status::open;
    r.deferred_until.reset();
  });
}

void on(State& s, const Reopened& e, const Meta& m) {
  change(s, e.request, m, "reopened the request", "", [&](Request& r) {
    r.status = Status::open;
    r.deferred_until.reset();
    r.reason = Personal{};
    r.current.clear();
  });
}

void on(State& s, const Closed& e, const Meta& m) {
  change(s, e.request, m, "closed and archived the request: " + std::string(name_of(e.decision)), "", [&](Request& r) {
    r.status = Status::archived;
    r.decision = e.decision;
    r.notes = e.notes.value_or(Personal{});
    r.closed_by = m.actor.person();
    r.closed_at = m.at;
    r.current.clear();
    finish(r, m);
  });
}

}  // namespace vs::requests
