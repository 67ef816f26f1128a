# A limit about which the question is silent makes the answer unclear, and unclear is never yes (R7).
as per_ana requester
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":["EMEA"],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"unclear","clauses":[{"authorization":"aut_1","clause":"Limited to the region EMEA; the question names no region.","effect":"unclear"}]}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web&region=emea {"answer":"yes"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web&region=APAC {"answer":"no"}

# The gate answers only whole questions.
as per_ana requester
see authorizations.may_use ?use_type=selfie&color=red {"answer":"no"}
refused required unknown_parameter unknown_value
