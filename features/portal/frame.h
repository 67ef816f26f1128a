// What all pages of a visitor share.
#pragma once

#include "features/portal/portal.h"
#include "features/portal/template.h"

namespace vs::portal {

/// Data that every page begins with: brand, title, the form key, what went well or has to be looked at again.
json::Object frame(const Visitor&, const std::string& title);
/// A finished page.
Page shown(const std::string& name, const Words&, json::Object data, int status = 200);
/// Go there instead.
Page go_to(std::string address);
/// Leads nowhere for this visitor.
Page no_such_page(const Visitor&);
/// Buttons to choose another language, unless there is only one.
void add_languages(json::Object& data, const Words&);

/// A list for templates, with `has_<name>` beside it.
template <class T>
void put_list(json::Object& data, const std::string& name, const std::vector<T>& items) {
  data["has_" + name] = !items.empty();
  data[name] = *json::parse(json::to_text(items));
}

}  // namespace vs::portal
