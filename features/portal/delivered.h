// What the portal is made of besides code: page templates, words and the two small files beside them, compiled in
// from pages/ and words/ so that a binary alone can serve them.
#pragma once

#include <map>
#include <string_view>

namespace vs::portal {

/// Contents by file name: `ask.mustache`, `en.json`, `portal.css` …
const std::map<std::string_view, std::string_view>& delivered();

}  // namespace vs::portal
