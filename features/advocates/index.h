// Bitmaps over advocates, one per value of a facet, and columns of what orders them. Matching reads these instead
// of looking at everybody (MAT-07).
#pragma once

#include <roaring/roaring.hh>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace vs::advocates {

using Bitmap = ::Roaring;
/// Value of a facet (folded) → the advocates who have it.
using Postings = std::unordered_map<std::string, Bitmap>;

/// What orders advocates of equal points, in half a cache line. Days are numbers of days since 1970.
struct Standing {
  static constexpr std::int32_t never = INT32_MIN;
  std::array<char, 16> id{};  ///< how the id begins
  std::int32_t last_used = never;
  std::int32_t quarter = never;  ///< first day of the latest quarter with settled uses
  std::uint16_t settled = 0;     ///< settled uses of that quarter
  std::uint16_t pending = 0;
  std::uint32_t company : 31 = 0;  ///< number in `Index::companies`
  std::uint32_t earlier : 1 = 0;   ///< are there settled uses of earlier quarters?
};
static_assert(sizeof(Standing) == 32);

/// A bit is the advocate's `ordinal`.
struct Index {
  Bitmap active;
  std::array<Bitmap, 32> use_types;  ///< by number of the use type
  Postings industries, products, regions, languages, personas;
  std::vector<Standing> standings;                    ///< by ordinal
  std::vector<std::vector<std::uint32_t>> companies;  ///< ordinals of colleagues

  /// The advocates who have this value, or null.
  static const Bitmap* find(const Postings&, const std::string& value);
};

}  // namespace vs::advocates
