#include "app/paper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <stdexcept>

namespace vs::app {
namespace {

constexpr double width = 595.28, height = 841.89;  // A4 in points
constexpr double left = 56, right = 56, top = 60, bottom = 72, step = 14, label_width = 130;

struct Unref {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
template <class T>
using Own = std::unique_ptr<T, Unref>;

cairo_status_t keep(void* to, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

struct Style {
  const char* font;
  double grey = 0.1;
};
// Families that stand for whatever the machine has; Pango finds another font for letters that the first one lacks.
constexpr Style title_style{"Sans Bold 18"}, section_style{"Sans Bold 11"}, text_style{"Sans 9.5"},
    label_style{"Sans 9.5", 0.4}, print_style{"Monospace 7.5", 0.25}, foot_style{"Sans 7.5", 0.4};

}  // namespace

struct Paper::Sheet {
  std::string out, foot;
  Own<cairo_surface_t> surface{cairo_pdf_surface_create_for_stream(&keep, &out, width, height)};
  Own<cairo_t> cairo{cairo_create(surface.get())};
  double y = top;
  int page = 1;

  Own<PangoLayout> layout(const Style& style, const std::string& text, double wide) {
    Own<PangoLayout> made(pango_cairo_create_layout(cairo.get()));
    const Own<PangoFontDescription> font(pango_font_description_from_string(style.font));
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_width(made.get(), int(wide * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_spacing(made.get(), PANGO_SCALE);
    pango_layout_set_text(made.get(), text.data(), int(text.size()));
    cairo_set_source_rgb(cairo.get(), style.grey, style.grey, style.grey);
    return made;
  }

  void end_page() {
    const auto made = layout(foot_style, foot + "   ·   " + std::to_string(page), width - left - right);
    cairo_move_to(cairo.get(), left, height - bottom / 2);
    pango_cairo_show_layout(cairo.get(), made.get());
    cairo_show_page(cairo.get());
    ++page;
    y = top;
  }

  void make_room(double needed) {
    if (y + needed > height - bottom && y > top) end_page();
  }

  // Line by line, so that long texts go on over the page.
  void flow(const Style& style, const std::string& text, double x) {
    const auto made = layout(style, text, width - x - right);
    for (int n = 0; n < pango_layout_get_line_count(made.get()); ++n) {
      auto* line = pango_layout_get_line_readonly(made.get(), n);
      PangoRectangle box;
      pango_layout_line_get_extents(line, nullptr, &box);
      const double high = double(box.height) / PANGO_SCALE;
      make_room(high);
      cairo_set_source_rgb(cairo.get(), style.grey, style.grey, style.grey);
      cairo_move_to(cairo.get(), x, y - double(box.y) / PANGO_SCALE);
      pango_cairo_show_layout_line(cairo.get(), line);
      y += high + 1;
    }
  }
};

Paper::Paper(const std::string& title, const std::string& subject, Instant made_at)
    : sheet_(std::make_unique<Sheet>()) {
  auto* pdf = sheet_->surface.get();
  sheet_->foot = subject;
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_SUBJECT, subject.c_str());
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, (made_at.vj_str().substr(0, 19) + "Z").c_str());
  sheet_->flow(title_style, title, left);
  sheet_->y += 6;
}

Paper::~Paper() = default;

void Paper::section(const std::string& title) {
  sheet_->make_room(60);  // a heading is not left alone at the end of a page
  sheet_->y += 14;
  sheet_->flow(section_style, title, left);
  sheet_->y += 3;
}

void Paper::fact(const std::string& label, const std::string& value) {
  if (value.empty()) return;
  sheet_->make_room(16);
  const double begun = sheet_->y;
  const int page = sheet_->page;
  const auto name = sheet_->layout(label_style, label, label_width - 10);
  cairo_move_to(sheet_->cairo.get(), left, begun);
  pango_cairo_show_layout(sheet_->cairo.get(), name.get());
  int high = 0;
  pango_layout_get_pixel_size(name.get(), nullptr, &high);
  sheet_->flow(text_style, value, left + label_width);
  if (sheet_->page == page) sheet_->y = std::max(sheet_->y, begun + high);
  sheet_->y += 2;
}

void Paper::line(const std::string& text, int steps) {
  if (text.empty()) return;
  sheet_->flow(text_style, text, left + steps * step);
  sheet_->y += 3;
}

void Paper::print(const std::string& text) {
  sheet_->flow(print_style, text, left);
  sheet_->y += 4;
}

std::string Paper::bytes() {
  sheet_->end_page();
  cairo_surface_finish(sheet_->surface.get());
  if (cairo_surface_status(sheet_->surface.get()) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("the PDF cannot be made");
  return std::move(sheet_->out);
}

}  // namespace vs::app
