#include "app/sample.h"

namespace vs::app {

void fill_sample(House&, const std::string&, const std::map<std::string, std::string>&,
                 const std::function<void(const std::string&)>&) {}

}  // namespace vs::app
