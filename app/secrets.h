// Text nobody can guess, and the digest under which it is kept.
#pragma once

#include <string>
#include <string_view>

namespace vs::app {

/// So many letters and digits, five bits each, easy to read aloud.
std::string random_text(std::size_t length);
/// SHA-256 in hex: secrets are stored only as this.
std::string digest_of(std::string_view secret);
/// A password for a first login: 20 characters, about 100 bits.
std::string make_password();

}  // namespace vs::app
