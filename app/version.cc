// One symbol alone in its file, so that a test can link the program as its next version (tests/next_version/).
#include "app/version.h"

namespace vs::app {

const char* const version = "0.1.0";

}  // namespace vs::app
