#include "bench/measure.h"

namespace vs::bench {

std::string text_of(const json::Object& object) { return json::to_text(json::Value(object)); }

}  // namespace vs::bench
