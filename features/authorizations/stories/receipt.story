# Both sides get the same receipt: who, when, how, the wording, the scope and the proofs (R19).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"reference_call","channel":"sales","request":"req_1","on":"2026-11-20"}
see authorizations.receipt aut_1 {"format":"vouchsafe/authorization-receipt/1","number":"AUT-1001","customer":"Ana Ruiz","company":"Northwind Robotics","permitted":[{"use_type":"reference_call"}],"evidence":[{"file":"fil_1"}],"uses":[{"request":"req_1"}]}

# There is no receipt of what does not exist.
as per_ana account_owner
see authorizations.receipt aut_9 {}
refused not_found
