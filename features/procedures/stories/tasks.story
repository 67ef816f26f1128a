# An absent owner hands the task to a colleague (R9).
at 2026-11-23T09:00:00Z
given person.joined {"person":"per_lea","name":"Lea","email":"lea@example.test","roles":["legal_reviewer"]}
given person.joined {"person":"per_dan","name":"Dan","email":"dan@example.test","roles":["legal_reviewer"]}
given procedure.adopted {"sop":"s","revision":1,"text":"{sop: s, title: S, subject: request, start: a, steps: {a: {kind: review, title: A, owner: legal_reviewer, clearance: legal, remind_hours: 4, outcomes: {clear: end}}}}","digest":"d","reason":"First"}
as per_rita requester
given case.opened {"case_id":"req_1","number":"REQ-1","subject":"request","sop":"s","revision":1,"facts":{"requester":"per_rita"}}
given case.step_opened {"case_id":"req_1","step":"a","instance":"","owner_role":"legal_reviewer","assignee":"","join":"","from":"","from_instance":"","paused":false}
as per_lea legal_reviewer
when tasks.delegate tsk_req_1~a~ {"to":"per_dan","until":"2026-11-30","reason":"Away this week"}
then case.delegated {"case_id":"req_1","step":"a","to":"per_dan","until":"2026-11-30"}

# Nobody hands on what is not theirs (R9).
at 2026-11-23T09:00:00Z
given person.joined {"person":"per_dan","name":"Dan","email":"dan@example.test","roles":["legal_reviewer"]}
given procedure.adopted {"sop":"s","revision":1,"text":"{sop: s, title: S, subject: request, start: a, steps: {a: {kind: review, title: A, owner: legal_reviewer, clearance: legal, remind_hours: 4, outcomes: {clear: end}}}}","digest":"d","reason":"First"}
as per_rita requester
given case.opened {"case_id":"req_1","number":"REQ-1","subject":"request","sop":"s","revision":1,"facts":{"requester":"per_rita"}}
given case.step_opened {"case_id":"req_1","step":"a","instance":"","owner_role":"legal_reviewer","assignee":"","join":"","from":"","from_instance":"","paused":false}
as per_walt writer
when tasks.delegate tsk_req_1~a~ {"to":"per_dan","reason":"I would rather not"}
refused not_your_step

# Owners are reminded once (R8).
at 2026-11-23T09:00:00Z
given procedure.adopted {"sop":"s","revision":1,"text":"{sop: s, title: S, subject: request, start: a, steps: {a: {kind: review, title: A, owner: legal_reviewer, clearance: legal, remind_hours: 4, outcomes: {clear: end}}}}","digest":"d","reason":"First"}
as per_rita requester
given case.opened {"case_id":"req_1","number":"REQ-1","subject":"request","sop":"s","revision":1,"facts":{"requester":"per_rita"}}
given case.step_opened {"case_id":"req_1","step":"a","instance":"","owner_role":"legal_reviewer","assignee":"","join":"","from":"","from_instance":"","paused":false}
at 2026-11-23T12:59:00Z
tick cases
nothing
at 2026-11-23T13:00:00Z
tick cases
then case.reminded {"case_id":"req_1","step":"a"}
tick cases
nothing
