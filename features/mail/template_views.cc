// Templates as staff see them, with what a letter made of them would look like.
#include "features/mail/frame.h"
#include "features/mail/mail_views.h"
#include "features/mail/templates.h"

namespace vs::mail {
namespace {

std::optional<TemplateRow> row_of(const State& state, const std::string& kind, const std::string& language) {
  const auto chosen = words_in_force(state, kind, language);
  TemplateRow row{kind + "." + language, kind, language, false, chosen.revision, chosen.words.subject};
  if (const auto it = state.wordings.find(row.id); it != state.wordings.end()) {
    row.own = it->second.own;
    row.version = it->second.version;
  }
  return row;
}

std::optional<TemplateRow> row_named(const State& state, const std::string& id) {
  for (const auto& kind : kinds())
    for (const auto& language : languages())
      if (id == kind + "." + language) return row_of(state, kind, language);
  return {};
}

Preview previewed(const State& state, const TemplateRow& row, const Template& words) {
  auto values = sample_values(row.language);
  if (!state.settings.company.empty()) values["company"] = state.settings.company;
  const auto full = filled(words, values);
  Letter letter{row.id, row.kind};
  letter.contact = "con_sample";
  letter.language = row.language;
  letter.purpose = words.text.text.find("{{link}}") == std::string::npos ? Purpose::none : Purpose::my_page;
  letter.button = full.button;
  letter.subject = Personal::of(letter.contact, full.subject);
  letter.text = Personal::of(letter.contact, full.text.text);
  auto settings = state.settings;
  settings.company = values["company"];
  const auto framed = mail::framed(settings, letter, stand_ins(letter));
  return {framed.subject, framed.text, framed.html};
}

}  // namespace

std::vector<TemplateRow> template_rows(const State& state, const Ask&) {
  std::vector<TemplateRow> out;
  for (const auto& kind : kinds())
    for (const auto& language : languages()) out.push_back(*row_of(state, kind, language));
  return out;
}

Result<TemplateItem> template_item(const State& state, const Ask& ask) {
  const auto row = row_named(state, ask.id);
  if (!row) return refuse(RefusalKind::not_found, "not_found", "There is no such template.");
  const auto words = words_in_force(state, row->kind, row->language).words;
  return TemplateItem{*row, words.text, words.button, delivered(row->kind, row->language),
                      previewed(state, *row, words)};
}

Result<Preview> preview(const State& state, const std::string& id, const Template& words) {
  const auto row = row_named(state, id);
  if (!row) return refuse(RefusalKind::not_found, "not_found", "There is no such template.");
  Reasons reasons;
  check(words, row->kind, reasons);
  if (!reasons.empty()) return reasons.refuse();
  return previewed(state, *row, words);
}

}  // namespace vs::mail
