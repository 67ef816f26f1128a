# A customer proposes other times; what was agreed stands until the requester chooses (R7).
as con_1 customer
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
given activity.scheduled {"activity":"act_1","at":"2026-12-01T10:00:00Z","minutes":30}
when activities.reschedule act_1 {"slots":[]}
refused times_missing
when activities.reschedule act_1 {"slots":["2026-11-01T10:00:00Z"]}
refused in_past
when activities.reschedule act_1 {"slots":["2026-12-02T10:00:00Z"],"reason":"I am travelling"}
then activity.other_times_proposed {"slots":["2026-12-02T10:00:00.000000Z"],"reason":"I am travelling"}
see activities.mine act_1 {"scheduled_for":"2026-12-01T10:00:00.000000Z","other_times":["2026-12-02T10:00:00.000000Z"],"may_cancel":true}
as per_rita requester
when activities.schedule act_1 {"at":"2026-12-02T10:00:00Z"}
then activity.scheduled {"activity":"act_1","at":"2026-12-02T10:00:00.000000Z","minutes":30}
then mail.written {"kind":"activity.change","contact":"con_1"}
see activities.item act_1 {"other_times":[],"invitations":2}

# Another customer knows of nothing (R6).
as con_2 customer
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
when activities.reschedule act_1 {"slots":["2026-12-02T10:00:00Z"]}
refused not_found
when activities.cancel act_1 {}
refused not_found
when activities.debrief_customer act_1 {"rating":5}
refused not_found
see activities.mine act_1 {}
refused not_found

# A customer who calls off does not keep the date; twice is once (R7).
as con_1 customer
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
when activities.cancel act_1 {"reason":"I cannot after all"}
then activity.recorded {"activity":"act_1","request":"req_1","outcome":"cancelled_by_customer","on":"2026-11-22","minutes":0,"notes":"I cannot after all"}
then mail.written {"kind":"activity.cancel","contact":"con_1"}
when activities.cancel act_1 {}
nothing

# The program calls off with a reason, and the customer is not told it (R7).
as per_rita requester
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
when activities.cancel act_1 {}
refused reason_required
when activities.cancel act_1 {"reason":"The prospect decided already"}
then activity.cancelled {"activity":"act_1","reason":"The prospect decided already"}
then mail.written {"kind":"activity.cancel","contact":"con_1"}

# A place and an agenda go with the time; the same again is nothing (R2).
as per_rita requester
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
when activities.schedule act_1 {"at":"2026-12-01T10:00:00Z","minutes":45,"where":"Room 1","agenda":"Who is who"}
then activity.arranged {"activity":"act_1","where":"Room 1","agenda":"Who is who"}
then activity.scheduled {"activity":"act_1","at":"2026-12-01T10:00:00.000000Z","minutes":45}
then mail.written {"kind":"activity.invite","contact":"con_1"}
when activities.schedule act_1 {"at":"2026-12-01T10:00:00Z"}
nothing

# The customer tells once how it went, after it was held (R5).
as con_1 customer
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
when activities.debrief_customer act_1 {"rating":5}
refused not_held
given activity.recorded {"activity":"act_1","request":"req_1","outcome":"held","on":"2026-11-20","minutes":30}
when activities.debrief_customer act_1 {"rating":0}
refused bad_rating
when activities.debrief_customer act_1 {"rating":2,"again":false,"incident":"I was recorded unasked"}
then activity.customer_debriefed {"contact":"con_1","rating":2,"again":false}
then activity.incident_reported {"contact":"con_1","what":"I was recorded unasked"}
when activities.debrief_customer act_1 {"rating":2}
refused already_debriefed
