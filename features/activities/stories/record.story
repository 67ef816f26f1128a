# What happened is recorded once, and never before its day (R3, R4).
as per_rita requester
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
when activities.record act_1 {"outcome":"held","on":"2026-12-01"}
refused in_future minutes_missing
when activities.record act_1 {"outcome":"no_show_prospect","notes":"Nobody dialled in"}
then activity.recorded {"activity":"act_1","request":"req_1","outcome":"no_show_prospect","notes":"Nobody dialled in"}
when activities.record act_1 {"outcome":"held","minutes":30}
refused already_recorded

# Only the requester and the program owner touch an activity (R6).
as per_rob requester
given activity.planned {"activity":"act_1","number":"ACT-1001","plan":{"request":"req_1","request_number":"REQ-1001","requester":"per_rita","contact":"con_1","advocate":"adv_1","account":"acc_1","use_type":"reference_call","channel":"sales","region":"","language":"","topic":"","product":"","prospect_account":"","prospect_name":"Prospect Ltd","authorizations":[]}}
when activities.schedule act_1 {"at":"2026-12-01T10:00:00Z"}
refused not_yours
as per_rita requester
when activities.schedule act_1 {"at":"2026-12-01T10:00:00Z"}
then activity.scheduled {"activity":"act_1","at":"2026-12-01T10:00:00.000000Z","minutes":30}
then mail.written {"kind":"activity.invite","contact":"con_1"}
