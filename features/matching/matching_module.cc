#include "features/matching/matching_module.h"

#include "features/matching/matching_views.h"

namespace vs::matching {

Module module() {
  Feature feature("matching");
  feature.answers("matching.find", "matches", "Whom to propose, best first, with reasons", &find)
      .answers("matching.narrowing", "matches/narrowing", "Which wish narrows the field how much", &narrow);
  return feature;
}

}  // namespace vs::matching
