// Opaque identifiers with a readable prefix: `req_4h2k9…`.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vs {

/// 128 bits of entropy for one command; ids of that command are derived from it, so that a decision
/// is a pure function of its inputs.
using Seed = std::array<std::uint8_t, 16>;

/// The n-th identifier of a command: prefix, underscore, 24 characters of unpadded base32 (120 bits).
std::string make_id(std::string_view prefix, const Seed& seed, std::uint32_t n);

}  // namespace vs
