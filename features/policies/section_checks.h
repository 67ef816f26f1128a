// Bounds of each section; what they guard against is told in the sentences.
#pragma once

#include "features/policies/policies.h"

namespace vs::policies {

/// Each adds a reason for every value out of bounds.
void check(const Intake&, const people::State&, Reasons&);
void check(const Approvals&, const people::State&, Reasons&);
void check(const Escalation&, const people::State&, Reasons&);
void check(const Rotation&, const people::State&, Reasons&);
void check(const Disclosures&, const people::State&, Reasons&);
void check(const Retention&, const people::State&, Reasons&);
void check(const Matching&, const people::State&, Reasons&);
void check(const Steps&, const people::State&, Reasons&);
void check(const Asking&, const people::State&, Reasons&);
void check(const Relationship&, const people::State&, Reasons&);
void check(const SignIn&, const people::State&, Reasons&);

/// Fields of a request that a program may require.
const std::vector<std::string>& intake_fields();

}  // namespace vs::policies
