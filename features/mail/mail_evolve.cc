#include <algorithm>

#include "features/mail/mail.h"

namespace vs::mail {
namespace {

Letter& touch(State& state, const std::string& id, const Meta& meta) {
  auto& letter = state.letters[id];
  letter.version = meta.sequence;
  return letter;
}

void leave(State& state, Letter& letter, Status status, std::string code) {
  letter.status = status;
  letter.code = std::move(code);
  letter.due_at.reset();
  state.waiting.erase(letter.id);
}

}  // namespace

void on(State& state, const Written& e, const Meta& meta) {
  auto& letter = touch(state, e.id, meta);
  letter = {e.id,    e.kind,       e.contact,           e.person, e.language, e.about, e.purpose, e.link_until,
            meta.at, e.not_before, e.template_revision, e.button, e.subject,  e.text,  e.calendar};
  letter.due_at = e.not_before;
  letter.version = meta.sequence;
  state.waiting.insert(e.id);
  state.about[e.about].push_back(e.id);
}

void on(State& state, const Sent& e, const Meta& meta) {
  auto& letter = touch(state, e.id, meta);
  letter.attempts = e.attempt;
  letter.to = e.to;
  letter.sent_at = meta.at;
  leave(state, letter, Status::sent, "");
}

void on(State& state, const Tried& e, const Meta& meta) {
  auto& letter = touch(state, e.id, meta);
  letter.attempts = e.attempt;
  letter.code = e.code;
  letter.due_at = e.again_at;
}

void on(State& state, const Failed& e, const Meta& meta) {
  auto& letter = touch(state, e.id, meta);
  letter.attempts = e.attempt;
  leave(state, letter, Status::failed, e.code);
  if (e.code != "address_refused") return;
  auto& spared = state.suppressed[letter.recipient()];
  spared.bounced = meta.at;
  spared.version = meta.sequence;
}

void on(State& state, const Dropped& e, const Meta& meta) {
  leave(state, touch(state, e.id, meta), Status::dropped, "");
}

void on(State& state, const Bounced& e, const Meta& meta) {
  auto& letter = touch(state, e.id, meta);
  leave(state, letter, Status::bounced, e.code);
  auto& spared = state.suppressed[letter.recipient()];
  spared.bounced = meta.at;
  spared.version = meta.sequence;
}

void on(State& state, const Retried& e, const Meta& meta) {
  auto& letter = touch(state, e.id, meta);
  letter.status = Status::waiting;
  letter.due_at = meta.at;
  state.waiting.insert(letter.id);
}

void on(State& state, const LinkTaken& e, const Meta& meta) {
  touch(state, e.id, meta);
}

void on(State& state, const Unsubscribed& e, const Meta& meta) {
  auto& spared = state.suppressed[e.contact];
  spared.unsubscribed = meta.at;
  spared.version = meta.sequence;
}

void on(State& state, const SuppressionLifted& e, const Meta&) {
  state.suppressed.erase(e.recipient);
}

void on(State& state, const TemplateAdopted& e, const Meta& meta) {
  auto& wording = state.wordings[e.kind + "." + e.language];
  wording = {e.words, wording.revision + 1, true, meta.sequence};
}

void on(State& state, const TemplateRestored& e, const Meta& meta) {
  auto& wording = state.wordings[e.kind + "." + e.language];
  wording = {{}, wording.revision + 1, false, meta.sequence};
}

void on(State& state, const SettingsAdopted& e, const Meta& meta) {
  state.settings = e.settings;
  state.settings_version = meta.sequence;
}

}  // namespace vs::mail
