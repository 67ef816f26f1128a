# A renewal makes it last longer, with a proof of its own (R16).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when authorizations.renew aut_1 {"until":"2028-10-31","evidence":[{"file":"fil_2","name":"Mail of renewal"}]}
then authorization.renewed {"id":"aut_1","until":"2028-10-31","evidence":[{"file":"fil_2","name":"Mail of renewal"}]}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales&on=2028-10-31 {"answer":"yes"}

# A renewal that is not longer, or has no proof, is refused (R16).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when authorizations.renew aut_1 {"until":"2027-10-01","evidence":[]}
refused evidence_required not_longer
