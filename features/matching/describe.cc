// A candidate in words: every criterion with its mark, and what one would have to accept (MAT-02).
#include <array>

#include "features/matching/criteria.h"
#include "kernel/text.h"

namespace vs::matching {
namespace {

constexpr std::array<const char*, criteria_count> labels{"Industry", "Product",      "Region",  "Language",
                                                         "Persona",  "Company size", "Use case"};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string theirs(Criterion c, const Subject& s) {
  if (c == Criterion::size)
    return s.account && s.account->employees > 0 ? std::to_string(s.account->employees) + " employees" : "";
  if (c != Criterion::use_case) return joined(facet(*s.advocate, c));
  auto words = s.advocate->topics;
  if (s.account) words.insert(words.end(), s.account->use_cases.begin(), s.account->use_cases.end());
  return joined(words);
}

void explain_score(Candidate& out, const Wanted& wanted, const Subject& s) {
  int sum = 0;
  for (std::size_t i = 0; i < criteria_count; ++i) {
    const auto c = Criterion(i);
    if (!wanted.wished(c)) continue;
    const auto mark = mark_of(wanted, c, s);
    const int doubled = wanted.doubled(c, mark);
    sum += doubled;
    Point point{std::string(name_of(c)), labels[i], wanted.weight[i], doubled / 2.0, mark, theirs(c, s),
                wish(c, *wanted.need)};
    if (mark == Mark::none || mark == Mark::close)
      out.compromises.push_back((mark == Mark::none ? "Different " : "Similar ") + folded(point.label) + ": " +
                                point.theirs + " instead of " + point.wanted);
    out.reasons.push_back(std::move(point));
  }
  out.score = score_of(wanted, sum);
}

Permission permission(const authorizations::Verdict& verdict) {
  Permission out{std::string(name_of(verdict.answer)), {}, verdict.conditions, verdict.disclosures};
  for (const auto& clause : verdict.clauses)
    if (!clause.authorization.empty() && clause.effect == "permits") out.authorizations.push_back(clause.authorization);
  return out;
}

}  // namespace

std::string Subject::name() const {
  return contact && !contact->name.words().empty() ? contact->name.words() : "This person";
}

Subject subject_of(const Sources& from, const advocates::Advocate& a) {
  return {a.contact, &a, directory::contact(from.directory, a.contact), directory::account(from.directory, a.account)};
}

Subject subject_of(const Sources& from, const std::string& contact) {
  if (const auto* a = advocates::of_contact(from.advocates, contact)) return subject_of(from, *a);
  return {contact, nullptr, directory::contact(from.directory, contact),
          directory::account_of_contact(from.directory, contact)};
}

Candidate described(const Wanted& wanted, const Subject& s, const authorizations::Verdict& verdict) {
  Candidate out;
  out.contact = s.contact_id;
  if (s.contact) {
    out.name = s.contact->name.words();
    out.title = s.contact->title;
  }
  if (s.account) {
    out.account = s.account->id;
    out.account_name = s.account->name;
  }
  if (!s.advocate) return out;
  out.advocate = s.advocate->id;
  out.load = advocates::load(*s.advocate, wanted.need->on);
  explain_score(out, wanted, s);
  for (auto& each : conflicts(*wanted.from, *wanted.need, s, policies::Effect::warning))
    out.warnings.push_back(std::move(each.message));
  out.authorization = permission(verdict);
  return out;
}

}  // namespace vs::matching
