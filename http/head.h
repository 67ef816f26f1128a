// The head of a request as it comes over the wire, before anything reads it. Two servers in a row must divide the
// bytes alike, or one sees a request that the other did not (request smuggling); so what could be read in two ways
// is refused.
#pragma once

#include <string_view>

namespace vs::http {

enum class Head { partial, whole, wrong };

/// Whether the bytes begin with a whole head, ended by an empty line: every line ends in CR LF, none continues the
/// one before, and there is no NUL.
Head head_of(std::string_view bytes);

/// Second word of the first line, or "" when there is none yet.
std::string_view target_of(std::string_view head);

}  // namespace vs::http
