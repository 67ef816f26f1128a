// Pictures without what their cameras noted: place, device, owner, thumbnails (ASVS 14.2.8). The picture itself stays
// as it was, bit by bit; of all notes only the way up is kept, or photographs of letters would lie on their side.
#pragma once

#include <string>

#include "kernel/result.h"

namespace vs::app {

/// More than any scan or photograph has; refused before anything is decoded.
inline constexpr std::size_t picture_pixels_most = 64'000'000;

/// The same picture, written anew. Refuses what is no JPEG, or too many pixels.
Result<std::string> bare_jpeg(const std::string& bytes);
/// The same for PNG.
Result<std::string> bare_png(const std::string& bytes);

}  // namespace vs::app
