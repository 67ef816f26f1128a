// Limits on asking, and the days that time itself brings about.
#pragma once

namespace vs::authorizations {

/// What a program holds itself to when it asks customers.
struct AskingRules {
  int days_between_asks = 30;    ///< between two requests to the same person
  int days_after_decline = 180;  ///< so long nobody who declined is asked again
  int remind_days = 5;           ///< between reminders, unless the request says otherwise
  int reminders_max = 2;
  int answer_days = 30;        ///< so long the link in the letter works
  int notice_days = 30;        ///< before the end, the customer is offered to renew
  int renewal_days_max = 730;  ///< one yes never reaches further
  int health_floor = 50;       ///< below this health of an account, its permissions are looked at
};

/// The rules that hold.
inline constexpr AskingRules asking_rules{};

}  // namespace vs::authorizations
