// JPEG is carried over coefficient by coefficient, so nothing is lost.
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

#include <libexif/exif-data.h>

#include <csetjmp>
#include <cstdlib>
#include <memory>

#include "app/pictures.h"

namespace vs::app {
namespace {

// libjpeg leaves on errors by a call that must not come back. Between setjmp and that call only plain data lives.
struct Trouble {
  jpeg_error_mgr base;
  std::jmp_buf back;
};

void leave(j_common_ptr info) {
  std::longjmp(reinterpret_cast<Trouble*>(info->err)->back, 1);
}
// Counts the signs that a picture breaks off, and says nothing. Cameras earn other warnings.
void count(j_common_ptr info, int level) {
  const int code = info->err->msg_code;
  if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) ++info->err->num_warnings;
}

struct Exif {
  void operator()(ExifData* data) const { exif_data_unref(data); }
};

// An Exif block with the way up and nothing else; "" when the picture says nothing about it or stands upright.
std::string way_up(const std::string& bytes) {
  const std::unique_ptr<ExifData, Exif> all(
      exif_data_new_from_data(reinterpret_cast<const unsigned char*>(bytes.data()), unsigned(bytes.size())));
  if (!all) return {};
  auto* entry = exif_content_get_entry(all->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->components != 1) return {};
  const auto way = exif_get_short(entry->data, exif_data_get_byte_order(all.get()));
  if (way < 2 || way > 8) return {};
  const std::unique_ptr<ExifData, Exif> bare(exif_data_new());
  auto* kept = exif_entry_new();
  exif_content_add_entry(bare->ifd[EXIF_IFD_0], kept);
  exif_entry_initialize(kept, EXIF_TAG_ORIENTATION);
  exif_set_short(kept->data, exif_data_get_byte_order(bare.get()), way);
  exif_entry_unref(kept);
  unsigned char* data = nullptr;
  unsigned size = 0;
  exif_data_save_data(bare.get(), &data, &size);
  std::string out(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return out;
}

enum class Carried { whole, broken, huge };

// Plain data only in here: a longjmp runs no destructors.
Carried carry(const std::string& from, const std::string& exif, unsigned char*& to, unsigned long& size) {
  jpeg_decompress_struct in{};
  jpeg_compress_struct out{};
  Trouble trouble{};
  in.err = out.err = jpeg_std_error(&trouble.base);
  trouble.base.error_exit = leave;
  trouble.base.emit_message = count;
  volatile Carried how = Carried::broken;
  if (setjmp(trouble.back) == 0) {
    jpeg_create_decompress(&in);
    jpeg_create_compress(&out);
    jpeg_mem_src(&in, reinterpret_cast<const unsigned char*>(from.data()), from.size());
    jpeg_read_header(&in, TRUE);
    if (std::size_t(in.image_width) * in.image_height > picture_pixels_most) {
      how = Carried::huge;
    } else {
      auto* coefficients = jpeg_read_coefficients(&in);
      how = trouble.base.num_warnings ? Carried::broken : Carried::whole;  // told before writing begins to count anew
      jpeg_copy_critical_parameters(&in, &out);
      out.optimize_coding = TRUE;  // the codes that came need not be able to say all that a forged picture holds
      jpeg_mem_dest(&out, &to, &size);
      jpeg_write_coefficients(&out, coefficients);
      if (!exif.empty())
        jpeg_write_marker(&out, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()), unsigned(exif.size()));
      jpeg_finish_compress(&out);
    }
  } else {
    how = Carried::broken;
  }
  jpeg_destroy_compress(&out);
  jpeg_destroy_decompress(&in);
  return how;
}

}  // namespace

Result<std::string> bare_jpeg(const std::string& bytes) {
  unsigned char* data = nullptr;
  unsigned long size = 0;
  const auto how = carry(bytes, way_up(bytes), data, size);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owned(data, &std::free);
  if (how == Carried::huge)
    return refuse(RefusalKind::rule, "picture.huge", "This picture has too many pixels.", "Send a smaller one.");
  if (how == Carried::broken)
    return refuse(RefusalKind::rule, "picture.broken", "This is not a whole JPEG picture.",
                  "Save it anew and send it.");
  return std::string(reinterpret_cast<const char*>(data), size);
}

}  // namespace vs::app
