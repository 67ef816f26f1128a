# A suspended permission is unclear until it is reinstated (R17).
as per_lea legal_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when authorizations.review aut_1 {"outcome":"suspend","reason":"Contract ended"}
then authorization.reviewed {"id":"aut_1","outcome":"suspend","reason":"Contract ended"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"unclear"}
see authorizations.item aut_1 {"status":"under_review"}
when authorizations.review aut_1 {"outcome":"suspend","reason":"Again"}
nothing
when authorizations.renew aut_1 {"until":"2028-10-31","evidence":[{"file":"fil_2","name":"Mail"}]}
refused under_review
when authorizations.review aut_1 {"outcome":"confirm","reason":"Fine"}
refused under_review
when authorizations.review aut_1 {"outcome":"reinstate","reason":"New contract"}
then authorization.reviewed {"id":"aut_1","outcome":"reinstate"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"yes"}

# A review says what it found (R17).
as per_lea legal_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when authorizations.review aut_1 {"outcome":"confirm","reason":""}
refused required
