# A customer may withdraw at any time, without giving a reason (R15).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when authorizations.withdraw aut_1 {}
then authorization.withdrawn {"id":"aut_1","contact":"con_1"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"no"}
see authorizations.item aut_1 {"status":"withdrawn"}

# Withdrawing twice changes nothing (R15).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
given authorization.withdrawn {"id":"aut_1","contact":"con_1","reason":"Left the company"}
when authorizations.withdraw aut_1 {"reason":"again"}
nothing

# There must be something to withdraw.
as per_ana account_owner
when authorizations.withdraw aut_9 {}
refused not_found
