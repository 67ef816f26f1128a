// PNG is decoded and written anew: the same pixels, none of the texts and times beside them.
#include <png.h>

#include <cstdint>
#include <vector>

#include "app/pictures.h"

namespace vs::app {
namespace {

std::unexpected<Refusal> broken() {
  return refuse(RefusalKind::rule, "picture.broken", "This is not a whole PNG picture.", "Save it anew and send it.");
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t n = 0;
  for (std::size_t i = 0; i < 4; ++i) n = n << 8 | static_cast<unsigned char>(bytes[at + i]);
  return n;
}

// Every chunk lies within the file: the library makes room for as much as a chunk says that it has.
bool chunks_are_there(const std::string& bytes) {
  constexpr std::size_t signature = 8, around = 12;
  std::size_t at = signature;
  while (at + around <= bytes.size()) {
    const std::size_t length = number_at(bytes, at);
    if (length > bytes.size() - at - around) return false;
    if (bytes.compare(at + 4, 4, "IEND") == 0) return true;  // nobody reads what follows
    at += around + length;
  }
  return true;
}

struct Image : png_image {
  Image() : png_image{} { version = PNG_IMAGE_VERSION; }
  ~Image() { png_image_free(this); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
};

}  // namespace

Result<std::string> bare_png(const std::string& bytes) {
  Image image;
  if (!chunks_are_there(bytes)) return broken();
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return broken();
  // Decoded it takes up to eight bytes a pixel, so the bound is a quarter of that for photographs.
  if (std::size_t(image.width) * image.height > picture_pixels_most / 4)
    return refuse(RefusalKind::rule, "picture.huge", "This picture has too many pixels.", "Send a smaller one.");
  image.format &= ~unsigned(PNG_FORMAT_FLAG_LINEAR | PNG_FORMAT_FLAG_COLORMAP);
  std::vector<png_byte> pixels(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr)) return broken();
  png_alloc_size_t size = 0;
  if (!png_image_write_get_memory_size(image, size, 0, pixels.data(), 0, nullptr)) return broken();
  std::string out(size, '\0');
  if (!png_image_write_to_memory(&image, out.data(), &size, 0, pixels.data(), 0, nullptr)) return broken();
  out.resize(size);
  return out;
}

}  // namespace vs::app
