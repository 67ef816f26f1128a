// One person under examination and everything that is known about them. Internal to matching.
#pragma once

#include "features/matching/matching.h"

namespace vs::matching {

/// The states that a match is made from.
struct Sources {
  const directory::State& directory;
  const policies::State& policies;
  const authorizations::State& authorizations;
  const advocates::State& advocates;
  const policies::Policies& rules() const { return policies::in_force(policies); }
};

/// Whom we look at; each part may be absent.
struct Subject {
  std::string contact_id;
  const advocates::Advocate* advocate = nullptr;
  const directory::Contact* contact = nullptr;
  const directory::Account* account = nullptr;
  /// The name for a sentence.
  std::string name() const;
};

Subject subject_of(const Sources&, const std::string& contact);
Subject subject_of(const Sources&, const advocates::Advocate&);

/// Every shut gate in the order of MAT-01, each with the policy revision by which it is shut.
std::vector<Blocker> shut_gates(const Sources&, const Need&, const Subject&);
/// The verdict of the authorizations if every gate is open, else nothing.
std::optional<authorizations::Verdict> passes(const Sources&, const Need&, const Subject&);
/// Are the gates open that need nothing but the advocate's own record? The rest of the subject may be absent.
bool own_gates_open(const Sources&, const Need&, const Subject&);
/// The verdict of the authorization gate for this person and need.
authorizations::Verdict verdict(const Sources&, const Need&, const Subject&);

using Gate = std::optional<Blocker> (*)(const Sources&, const Need&, const Subject&);
/// Limits of load: quarter, cooldown, account, days off (MAT-04, MAT-09).
std::optional<Blocker> own_limit(const Sources&, const Need&, const Subject&);
std::optional<Blocker> use_type_limit(const Sources&, const Need&, const Subject&);
std::optional<Blocker> cooldown(const Sources&, const Need&, const Subject&);
std::optional<Blocker> account_cap(const Sources&, const Need&, const Subject&);
std::optional<Blocker> days_off(const Sources&, const Need&, const Subject&);
std::optional<Blocker> same_company(const Sources&, const Need&, const Subject&);
std::optional<Blocker> excluded_topic(const Sources&, const Need&, const Subject&);
/// The conflicts of interest with this effect by policy, in the order of MAT-08.
std::vector<Blocker> conflicts(const Sources&, const Need&, const Subject&, policies::Effect);
/// The first of them that shuts.
std::optional<Blocker> conflict(const Sources&, const Need&, const Subject&);

}  // namespace vs::matching
