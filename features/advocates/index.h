// Bitmaps over advocates: one per stage and per value of a facet. Matching intersects them instead of
// looking at everybody (MAT-07).
#pragma once

#include <roaring/roaring.hh>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace vs::advocates {

using Bitmap = ::Roaring;
/// Value of a facet (folded) → the advocates who have it.
using Postings = std::unordered_map<std::string, Bitmap>;

/// A bit is the advocate's `ordinal`.
struct Index {
  Bitmap active;
  std::array<Bitmap, 32> use_types;  ///< by number of the use type
  Postings industries, products, regions, languages, personas;

  /// The advocates who have this value, or null.
  static const Bitmap* find(const Postings&, const std::string& value);
};

}  // namespace vs::advocates
