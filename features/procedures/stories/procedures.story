# A procedure with a way to disclosure past the reviews does not take effect (R2).
as per_ana program_owner
when procedures.adopt {"text":"{sop: s, title: S, subject: request, start: a, steps: {a: {kind: act, title: A, owner: program_owner, gate: disclosure, outcomes: {disclosed: end}}}}","reason":"Shorter"}
refused gate_without_review

# A fit procedure takes effect as the next revision (R1).
as per_ana program_owner
when procedures.adopt {"text":"{sop: s, title: S, subject: request, start: a, steps: {a: {kind: form, title: A, owner: requester, outcomes: {done: end}}}}","reason":"First"}
then procedure.adopted {"sop":"s","revision":1,"reason":"First"}

# Words that mean nothing are refused, never passed over (R2).
as per_ana program_owner
when procedures.adopt {"text":"{sop: s, title: S, subject: request, start: a, steps: {a: {kind: form, title: A, ownr: requester, outcomes: {done: end}}}}","reason":"Typo"}
refused unknown_key
