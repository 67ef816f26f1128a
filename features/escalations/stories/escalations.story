# A sponsor grants an exception with conditions and an end (R3).
at 2026-11-23T09:00:00Z
as per_ana program_owner
given escalation.raised {"escalation":"esc_1","number":"ESC-1","case_id":"req_1","case_number":"REQ-1","rule":"rotation_limit","facts":"Used twice","options":["grant","reject"],"risk":"Fatigue","decision_maker":"sponsor","assignee":"","deadline":"2026-11-25T09:00:00Z"}
as per_sam sponsor
when escalations.decide esc_1 {"decision":"grant","reason":"Large deal","conditions":["Only this once"],"until":"2026-12-31"}
then escalation.decided {"escalation":"esc_1","case_id":"req_1","outcome":"granted","conditions":["Only this once"]}

# An opt-out cannot be granted away (R4).
at 2026-11-23T09:00:00Z
as per_ana program_owner
given escalation.raised {"escalation":"esc_1","number":"ESC-1","case_id":"req_1","case_number":"REQ-1","rule":"opted_out","facts":"Opted out","options":["grant","reject"],"risk":"Trust","decision_maker":"sponsor","assignee":"","deadline":"2026-11-25T09:00:00Z"}
as per_sam sponsor
when escalations.decide esc_1 {"decision":"grant","reason":"Large deal"}
refused not_overridable

# Whoever asks does not decide (R2).
at 2026-11-23T09:00:00Z
as per_sam sponsor
given escalation.raised {"escalation":"esc_1","number":"ESC-1","case_id":"req_1","case_number":"REQ-1","rule":"cooldown","facts":"Asked in May","options":["grant","reject"],"risk":"Fatigue","decision_maker":"sponsor","assignee":"","deadline":"2026-11-25T09:00:00Z"}
when escalations.decide esc_1 {"decision":"grant","reason":"My own deal"}
refused own_request
