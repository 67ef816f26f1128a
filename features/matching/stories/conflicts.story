# A renewal that is near keeps the customer away, unless policy only has it told (R2).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Waterland Utilities","industry":"Utilities","region":"Benelux","renewal_on":"2026-12-02"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ina Smit"}}
given advocate.nominated {"advocate":"adv_1","contact":"con_1","account":"acc_1","use_types":["reference_call"],"industries":["Utilities"],"products":[],"regions":["Benelux"],"languages":["nl"],"topics":[],"excluded_topics":[],"personas":[],"time_zone":"Europe/Amsterdam","max_per_quarter":2,"outcomes":[],"on":"2026-11-01"}
given advocate.briefed {"advocate":"adv_1","on":"2026-11-02"}
given advocate.activated {"advocate":"adv_1"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ina Smit","pre_approved":false}
see matching.find ?use_type=reference_call&channel=sales {"items":[]}
see matching.find ?use_type=reference_call&channel=sales&contact=con_1 {"items":[{"contact":"con_1","blockers":[{"code":"renewal_near","until":"2026-12-03"}]}]}
when policies.adopt matching {"values":{"weights":{"industry":20},"freshness_days":180,"renewal_quiet_days":30,"conflicts":{"renewal_near":"warning"}},"reason":"They asked to stay available"}
then policy.adopted {"section":"matching","values":{"type":"matching","weights":{"industry":20},"lead_days":{},"freshness_days":180,"renewal_quiet_days":30,"conflicts":{"renewal_near":"warning"},"barriers":[]},"reason":"They asked to stay available"}
see matching.find ?use_type=reference_call&channel=sales {"items":[{"contact":"con_1","blockers":[],"warnings":["*"]}]}
