# A nominated advocate cannot be activated before the steps in between (R3).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given advocate.nominated {"advocate":"adv_1","contact":"con_1","account":"acc_1","use_types":["reference_call"],"industries":["Utilities"],"products":[],"regions":["Benelux"],"languages":["nl"],"topics":[],"excluded_topics":[],"personas":[],"time_zone":"Europe/Amsterdam","max_per_quarter":2,"outcomes":[],"on":"2026-11-01"}
when advocates.activate adv_1 {}
refused wrong_stage
when advocates.qualify adv_1 {}
then advocate.qualified {"advocate":"adv_1"}
when advocates.invite adv_1 {}
then advocate.invited {"advocate":"adv_1"}
when advocates.brief adv_1 {}
then advocate.briefed {"advocate":"adv_1","on":"2026-11-22"}
when advocates.activate adv_1 {}
then advocate.activated {"advocate":"adv_1"}
when advocates.activate adv_1 {}
nothing

# Whoever rests until a day is active again on that day (R6).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given advocate.nominated {"advocate":"adv_1","contact":"con_1","account":"acc_1","use_types":["reference_call"],"industries":[],"products":[],"regions":[],"languages":[],"topics":[],"excluded_topics":[],"personas":[],"time_zone":"","max_per_quarter":2,"outcomes":[],"on":"2026-11-01"}
given advocate.activated {"advocate":"adv_1"}
when advocates.rest adv_1 {"until":"2026-12-01","reason":"Three calls in a month."}
then advocate.rested {"advocate":"adv_1","until":"2026-12-01"}
tick advocates.return_rested
nothing
at 2026-12-01T06:00:00Z
tick advocates.return_rested
then advocate.returned {"advocate":"adv_1"}

# Resting needs a day ahead and a reason (R5).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given advocate.nominated {"advocate":"adv_1","contact":"con_1","account":"acc_1","use_types":["reference_call"],"industries":[],"products":[],"regions":[],"languages":[],"topics":[],"excluded_topics":[],"personas":[],"time_zone":"","max_per_quarter":2,"outcomes":[],"on":"2026-11-01"}
given advocate.activated {"advocate":"adv_1"}
when advocates.rest adv_1 {"until":"2026-11-01","reason":""}
refused date_not_ahead reason_required
