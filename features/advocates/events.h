// What can happen to an advocate: events (stored for ever) and the commands that bring them about.
// Included by advocates.h.
#pragma once

#include "features/advocates/advocates.h"

namespace vs::advocates {

// ---- Events

/// Everything a profile says, as told when the person was nominated.
struct Nominated {
  static constexpr std::string_view type = "advocate.nominated";
  using Of = State;
  std::string advocate, contact, account;
  std::vector<UseType> use_types;
  std::vector<std::string> industries, products, regions, languages, topics, excluded_topics, personas;
  std::string time_zone;
  std::uint16_t max_per_quarter = 0;
  std::vector<Outcome> outcomes;
  std::optional<Personal> notes;
  Date on;
};
BOOST_DESCRIBE_STRUCT(Nominated, (),
                      (advocate, contact, account, use_types, industries, products, regions, languages, topics,
                       excluded_topics, personas, time_zone, max_per_quarter, outcomes, notes, on))

#define VS_ADVOCATE_EVENT(Name, stored, ...)         \
  struct Name {                                      \
    static constexpr std::string_view type = stored; \
    using Of = State;                                \
    std::string advocate;                            \
    __VA_ARGS__                                      \
  };                                                 \
  void on(State&, const Name&, const Meta&);

VS_ADVOCATE_EVENT(Qualified, "advocate.qualified", std::optional<Personal> reason;)
BOOST_DESCRIBE_STRUCT(Qualified, (), (advocate, reason))
VS_ADVOCATE_EVENT(Invited, "advocate.invited", )
BOOST_DESCRIBE_STRUCT(Invited, (), (advocate))
VS_ADVOCATE_EVENT(Briefed, "advocate.briefed", Date on;)
BOOST_DESCRIBE_STRUCT(Briefed, (), (advocate, on))
VS_ADVOCATE_EVENT(Activated, "advocate.activated", std::optional<Personal> reason;)
BOOST_DESCRIBE_STRUCT(Activated, (), (advocate, reason))
VS_ADVOCATE_EVENT(Rested, "advocate.rested", Date until; Personal reason;)
BOOST_DESCRIBE_STRUCT(Rested, (), (advocate, until, reason))
VS_ADVOCATE_EVENT(Paused, "advocate.paused", std::optional<Date> until; Personal reason;)
BOOST_DESCRIBE_STRUCT(Paused, (), (advocate, until, reason))
VS_ADVOCATE_EVENT(Returned, "advocate.returned", )
BOOST_DESCRIBE_STRUCT(Returned, (), (advocate))
VS_ADVOCATE_EVENT(Retired, "advocate.retired", Personal reason;)
BOOST_DESCRIBE_STRUCT(Retired, (), (advocate, reason))
VS_ADVOCATE_EVENT(ProfileConfirmed, "advocate.profile_confirmed", Date on;)
BOOST_DESCRIBE_STRUCT(ProfileConfirmed, (), (advocate, on))
/// Only the members that are told anew.
VS_ADVOCATE_EVENT(ProfileRevised, "advocate.profile_revised", std::optional<std::vector<UseType>> use_types;
                  std::optional<std::vector<std::string>> industries; std::optional<std::vector<std::string>> products;
                  std::optional<std::vector<std::string>> regions; std::optional<std::vector<std::string>> languages;
                  std::optional<std::vector<std::string>> topics;
                  std::optional<std::vector<std::string>> excluded_topics;
                  std::optional<std::vector<std::string>> personas; std::optional<std::string> time_zone;
                  std::optional<std::uint16_t> max_per_quarter; std::optional<std::vector<Outcome>> outcomes;
                  std::optional<Personal> notes;)
BOOST_DESCRIBE_STRUCT(ProfileRevised, (),
                      (advocate, use_types, industries, products, regions, languages, topics, excluded_topics, personas,
                       time_zone, max_per_quarter, outcomes, notes))
VS_ADVOCATE_EVENT(BlackedOut, "advocate.blacked_out", Date from; Date until;)
BOOST_DESCRIBE_STRUCT(BlackedOut, (), (advocate, from, until))
VS_ADVOCATE_EVENT(Held, "advocate.held", UseType use_type{}; std::optional<Channel> channel; std::string request;
                  std::optional<std::string> authorization; Date on;)
BOOST_DESCRIBE_STRUCT(Held, (), (advocate, use_type, channel, request, authorization, on))
VS_ADVOCATE_EVENT(Progressed, "advocate.use_progressed", std::string request; UseStatus status{};)
BOOST_DESCRIBE_STRUCT(Progressed, (), (advocate, request, status))
VS_ADVOCATE_EVENT(Released, "advocate.released", std::string request;)
BOOST_DESCRIBE_STRUCT(Released, (), (advocate, request))
VS_ADVOCATE_EVENT(Used, "advocate.used", std::string request; UseStatus status{}; Date on;)
BOOST_DESCRIBE_STRUCT(Used, (), (advocate, request, status, on))
#undef VS_ADVOCATE_EVENT

void on(State&, const Nominated&, const Meta&);

// ---- Commands

struct Nominate {
  std::string contact;
  std::vector<UseType> use_types;
  std::vector<std::string> industries, products, regions, languages, topics;
  std::optional<std::vector<std::string>> excluded_topics, personas;
  std::string time_zone;
  std::uint16_t max_per_quarter = 0;
  std::optional<std::vector<Outcome>> outcomes;
  std::optional<LongText> notes;
};
BOOST_DESCRIBE_STRUCT(Nominate, (),
                      (contact, use_types, industries, products, regions, languages, topics, excluded_topics, personas,
                       time_zone, max_per_quarter, outcomes, notes))
struct Because {
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(Because, (), (reason))
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())
struct Rest {
  Date until;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Rest, (), (until, reason))
struct Pause {
  std::optional<Date> until;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Pause, (), (until, reason))
struct Retire {
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Retire, (), (reason))
struct Revise {
  std::optional<std::vector<UseType>> use_types;
  std::optional<std::vector<std::string>> industries, products, regions, languages, topics, excluded_topics, personas;
  std::optional<std::string> time_zone;
  std::optional<std::uint16_t> max_per_quarter;
  std::optional<std::vector<Outcome>> outcomes;
  std::optional<LongText> notes;
};
BOOST_DESCRIBE_STRUCT(Revise, (),
                      (use_types, industries, products, regions, languages, topics, excluded_topics, personas,
                       time_zone, max_per_quarter, outcomes, notes))

}  // namespace vs::advocates
