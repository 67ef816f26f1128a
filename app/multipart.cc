#include "app/multipart.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

namespace vs::app {
namespace {

constexpr int parts_most = 500;

struct Unref {
  template <class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <class T>
using Own = std::unique_ptr<T, Unref>;

std::string text(const char* from) {
  return from ? from : "";
}

std::string content_of(GMimePart* part) {
  const Own<GMimeStream> out(g_mime_stream_mem_new());
  if (auto* content = g_mime_part_get_content(part)) g_mime_data_wrapper_write_to_stream(content, out.get());
  const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return bytes && bytes->len ? std::string(reinterpret_cast<const char*>(bytes->data), bytes->len) : std::string{};
}

void take(Multipart& into, GMimeObject* object) {
  if (!GMIME_IS_PART(object)) return;
  auto* disposition = g_mime_object_get_content_disposition(object);
  if (!disposition) return;
  const auto field = text(g_mime_content_disposition_get_parameter(disposition, "name"));
  const char* name = g_mime_content_disposition_get_parameter(disposition, "filename");
  auto content = content_of(GMIME_PART(object));
  if (!name) into.fields.emplace_back(field, std::move(content));
  else if (!content.empty()) into.files.push_back({field, name, std::move(content)});
}

}  // namespace

std::optional<Multipart> read_multipart(const std::string& content_type, const std::string& body) {
  if (!content_type.starts_with("multipart/form-data") || content_type.find('\n') != std::string::npos) return {};
  static std::once_flag started;
  std::call_once(started, [] { g_mime_init(); });
  const std::string message = "Content-Type: " + content_type + "\r\n\r\n" + body;
  const Own<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
  const Own<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Own<GMimeObject> whole(g_mime_parser_construct_part(parser.get(), nullptr));
  if (!whole || !GMIME_IS_MULTIPART(whole.get())) return {};
  auto* multipart = GMIME_MULTIPART(whole.get());
  const int parts = g_mime_multipart_get_count(multipart);
  if (parts > parts_most) return {};
  Multipart out;
  for (int i = 0; i < parts; ++i) take(out, g_mime_multipart_get_part(multipart, i));
  return out;
}

}  // namespace vs::app
