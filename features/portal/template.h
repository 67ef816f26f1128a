// From a page's data to its HTML: mustache templates that escape by default.
#pragma once

#include <string>

#include "features/portal/words.h"
#include "kernel/json.h"

namespace vs::portal {

/// An icon as inline SVG, hidden from screen readers: the words stand beside it. "" for an unknown name.
std::string icon(std::string_view name, std::string_view css = {});

/// The page `name` laid out in the frame. Every template finds its own data, `w` (the words) and `icons`;
/// `page_title`, `language` and `brand` fill the frame. Empty texts count as absent.
std::string render(const std::string& name, const Words&, json::Object data);

/// A described struct as template data.
template <class T>
json::Object data_of(const T& page) {
  return json::parse(json::to_text(page))->as_object();
}

}  // namespace vs::portal
