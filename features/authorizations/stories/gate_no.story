# A channel that was not named is not permitted (R2, R6).
as per_ana requester
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=web {"answer":"no","clauses":[{"authorization":"aut_1","clause":"Limited to sales; web is not named.","effect":"forbids"}]}

# After the last day nothing is permitted (R6).
as per_ana requester
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales&on=2027-11-01 {"answer":"no","clauses":[{"authorization":"aut_1","clause":"Ended on 2027-10-31.","effect":"forbids"}]}

# What nobody ever permitted is not permitted (R6).
as per_ana requester
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
see authorizations.may_use ?contact=con_1&use_type=video&channel=web {"answer":"no","clauses":[{"authorization":"","clause":"Nothing permits video here.","effect":"forbids"}]}

# A company that the customer excluded never sees it (R6).
as per_ana requester
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given account.added {"id":"acc_2","facts":{"name":"Fabrikam"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":["acc_2"],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales&with=acc_2 {"answer":"no"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"yes","conditions":["Not to be shown to Fabrikam."]}
