// The words of the program that are stored as codes: what is asked of a customer, and where it is used.
#pragma once

#include <boost/describe.hpp>

#include "kernel/reflect.h"

namespace vs {

/// What is asked of a customer.
enum class UseType {
  reference_call,
  site_visit,
  case_study,
  video,
  quote,
  testimonial,
  logo,
  name_mention,
  recording,
  event_speaker,
  webinar,
  analyst_reference,
  press,
  rfp_reference,
  review_site,
  social,
  advisory_board
};
BOOST_DESCRIBE_ENUM(UseType, reference_call, site_visit, case_study, video, quote, testimonial, logo, name_mention,
                    recording, event_speaker, webinar, analyst_reference, press, rfp_reference, review_site, social,
                    advisory_board)

/// Where it is used; each channel has an owner.
enum class Channel { sales, web, analyst, event, press, partner, social, internal };
BOOST_DESCRIBE_ENUM(Channel, sales, web, analyst, event, press, partner, social, internal)

/// Channels that anybody in the world may see: a public-reference ban closes all of them.
constexpr bool is_public(Channel channel) {
  return channel == Channel::web || channel == Channel::press || channel == Channel::social ||
         channel == Channel::event || channel == Channel::analyst;
}

/// A code in a sentence: `reference_call` reads "reference call".
inline std::string spoken(std::string_view code) {
  std::string words(code);
  for (char& c : words)
    if (c == '_') c = ' ';
  return words;
}
template <DescribedEnum T>
std::string spoken(T code) {
  return spoken(name_of(code));
}

}  // namespace vs
