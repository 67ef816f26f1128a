// What is held about a person, as far as it takes more than the registry: a search of every word that is kept, and the
// record of processing, which follows from the types of events.
#include "app/api_answers.h"
#include "app/api_call.h"
#include "app/breach_report.h"
#include "app/csv.h"
#include "app/files.h"
#include "app/policy.h"
#include "app/subject_export.h"
#include "features/people/people.h"
#include "features/privacy/privacy.h"
#include "features/privacy/processing.h"

namespace vs::app {
namespace {

constexpr std::size_t shown_most = 500, excerpt_most = 400;

LongText excerpt(const std::string& words) {
  if (words.size() <= excerpt_most) return {words};
  std::size_t end = excerpt_most;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xc0) == 0x80) --end;
  return {words.substr(0, end) + "…"};
}

MentionRow row_of(const Mentioned& m, const people::State& people) {
  const auto& w = m.words;
  const bool by_itself = m.how != Mention::part && (w.type.starts_with("mail.") || w.owner.starts_with("import:"));
  return {w.ref, w.type,           w.field,  w.meta.at, people::name_of(people, w.meta.actor.person()),
          m.how, excerpt(w.words), by_itself};
}

FoundPage page_of(const Findings& found, const people::State& people) {
  FoundPage page;
  for (const auto& each : found.own) ++page.own[each.type];
  page.files = found.files.size();
  for (const auto& each : found.mentions)
    if (page.mentions.size() < shown_most) page.mentions.push_back(row_of(each, people));
    else ++page.more;
  return page;
}

std::string record_of_processing(const engine::Registry& registry) {
  std::string rows;
  std::size_t total = 0;
  const auto& table = privacy::processing_table();
  for (const auto& module : registry.modules())
    for (const auto* event : module.events)
      for (auto& field : event->personal_fields()) {
        const auto row = table.find(event->type);
        if (row == table.end()) continue;
        rows +=
            (total++ ? "," : "") + json::to_text(privacy::processing_row(event->type, std::move(field), row->second));
      }
  return "{\"items\":[" + rows + "],\"next\":null,\"total\":" + std::to_string(total) + "}";
}

// The people a page at a time, as of every list.
Result<std::string> as_json(const BreachReport& report, Ask ask) {
  for (const char* own : {"from", "to", "format"}) ask.params.erase(own);
  VS_TRY(page, list_page(Rows::of(report.people), ask));
  return "{\"from\":" + json::to_text(report.from) + ",\"to\":" + json::to_text(report.to) +
         ",\"records\":" + json::to_text(report.records) + "," + page.substr(1);
}

std::string as_table(const BreachReport& report) {
  auto text = csv_begin({"id", "name", "kind", "categories", "records", "written", "named", "handed_out"});
  for (const auto& row : report.people) {
    std::string categories;
    for (const auto each : row.categories) categories += (categories.empty() ? "" : " ") + std::string(name_of(each));
    text += csv_line({row.id, row.name, std::string(name_of(row.kind)), categories, std::to_string(row.records),
                      std::to_string(row.written), std::to_string(row.named), row.handed_out ? "yes" : "no"});
  }
  return text;
}

}  // namespace

bool Api::privacy(Call& call) {
  const bool processing = call.part(0) == "processing" && call.parts() == 1;
  const bool incident = call.part(0) == "affected" && call.parts() == 1;
  const bool subjects = call.part(0) == "subjects" && call.parts() == 3;
  const bool found = subjects && call.part(2) == "found", exported = subjects && call.part(2) == "export";
  if (!processing && !incident && !found && !exported) return false;
  const auto name = found || exported ? "subjects." + call.part(2) : call.part(0) + ".list";
  if (!policy::allows(name, call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this."), true;
  if (processing) return call.ok(record_of_processing(house_.registry())), true;
  if (exported) return hand_out(call), true;
  if (incident) return affected(call), true;
  return find_words(call), true;
}

// The whole ledger is read: not on a thread that others wait for.
void Api::find_words(Call& call) {
  const auto* ws = house_.engine().workspace(call.workspace);
  std::shared_lock lock(ws->lock);
  if (!is_somebody(ws->world, call.part(1)))
    return call.refuse(RefusalKind::not_found, "not_found", "There is no such person.");
  lock.unlock();
  slow_.answer(call.respond, [this, workspace = call.workspace, subject = call.part(1)](const http::Respond& respond) {
    house_.engine().settle();
    const auto found = find_person(house_, workspace, subject);
    const auto* ws = house_.engine().workspace(workspace);
    std::shared_lock lock(ws->lock);
    auto text = json::to_text(page_of(found, ws->world.get<people::State>()));
    lock.unlock();
    respond({200, "application/json", std::move(text), {}, {}});
  });
}

void Api::affected(Call& call) {
  const auto from = Instant::vj_parse(call.request.query["from"]), to = Instant::vj_parse(call.request.query["to"]);
  const auto format = call.request.query["format"];
  Reasons reasons;
  reasons.expect(from.has_value(), "incident.no_begin", "from", "Say when it began.", "Write 2026-11-22T09:00:00Z.");
  reasons.expect(to.has_value(), "incident.no_end", "to", "Say when it ended.", "Write 2026-11-22T17:00:00Z.");
  reasons.expect(!from || !to || *from <= *to, "ends_before_it_begins", "to", "It ends before it begins.");
  reasons.expect(format.empty() || format == "csv", "bad_table_format", "format",
                 "Lists come as JSON or, as they are now, as CSV.", "Leave format out, or write format=csv.");
  if (!reasons.empty()) return call.refuse(reasons.refuse().error());
  Ask ask;
  ask.params = call.request.query;
  slow_.answer(call.respond, [this, from, to, ask, workspace = call.workspace](const http::Respond& respond) {
    house_.engine().settle();
    const auto report = breach_report(house_, workspace, *from, *to);
    if (ask.param("format").empty()) {
      auto page = as_json(report, ask);
      return respond(page ? http::Response{200, "application/json", std::move(*page), {}, {}}
                          : http::problem(page.error()));
    }
    http::Response out{200, "text/csv; charset=utf-8", as_table(report), {}, {}};
    out.headers.emplace_back("Content-Disposition", attachment("affected.csv"));
    respond(std::move(out));
  });
}

// Who has everything about a person is known before they have it (R10 of features/privacy).
void Api::hand_out(Call& call) {
  slow_.answer(call.respond, [this, workspace = call.workspace, subject = call.part(1),
                              actor = call.caller.actor](const http::Respond& respond) {
    house_.engine().settle();
    auto zip = export_subject(house_, workspace, subject, system_now());
    if (!zip) return respond(http::problem(zip.error()));
    house_.engine().append(workspace, actor,
                           [&](const World&, const Context&) { return Events{privacy::Exported{subject}}; });
    http::Response out{200, "application/zip", std::move(*zip), {}, {}};
    out.headers.emplace_back("Content-Disposition", attachment("everything-" + subject + ".zip"));
    respond(std::move(out));
  });
}

}  // namespace vs::app
