// Which customers of the sample are asked for permission, when, and how it goes.
#pragma once

#include <vector>

#include "app/sample_customers.h"

namespace vs::app {

/// How a request goes.
enum class Ending {
  agrees,
  limits,
  declines,
  silent,
  asks_back,
  puzzled,           // asks back, and nobody has answered yet
  in_order,          // the contact first, then their legal department
  awaits_second,     // the same, and the second has not answered
  brings_colleague,  // somebody else must agree too, named on the page
  second_declines,
  own_words,          // conditions that legal accepts
  own_words_refused,  // conditions that legal cannot accept
  own_words_waiting
};

struct Plot {
  Ending ending;
  int days_ago;     ///< asked so long before today
  int ends_in = 0;  ///< days from today; 0: some day next year
  Fate fate = Fate::stays;
  int fate_days_ago = 0;
};

/// Every way in which a request can go, spread over the year.
const std::vector<Plot>& plots();

}  // namespace vs::app
