# An opt-out outweighs every permission (R8).
as per_ana requester
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
given contact.opted_out {"contact":"con_1","reason":"No time"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"no","clauses":[{"authorization":"","clause":"This contact opted out.","effect":"forbids"}]}

# A ban on public references closes public channels and leaves the others open (R8).
as per_ana requester
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":["EMEA"],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
given account.restricted {"account":"acc_1","restriction":"No public references","public_reference_ban":true}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web&region=EMEA {"answer":"no"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=sales&region=EMEA {"answer":"yes"}
