// Is there time enough between asking and using? Coaching while asking (REQ-03, TRN-03).
#include "features/requests/requests_common.h"

namespace vs::requests {

std::optional<LeadGap> lead_gap(const Intake& in, const policies::Policies& p, Date today) {
  if (!in.deadline || !in.use_type || *in.deadline < today) return {};
  const LeadGap gap{policies::lead_days_for(p, *in.use_type), in.deadline->days_since(today)};
  if (gap.days_left >= gap.needed_days) return {};
  return gap;
}

policies::ShortLead lead_rule(const policies::Policies& p) {
  return p.short_lead.value_or(policies::ShortLead::show);
}

std::string sentence(const LeadGap& gap, UseType use_type) {
  const auto days = [](int n) { return std::to_string(n) + (n == 1 ? " day" : " days"); };
  return "A " + spoken(use_type) + " needs " + days(gap.needed_days) +
         " between asking and the day; the deadline left " + days(gap.days_left) + ".";
}

}  // namespace vs::requests
