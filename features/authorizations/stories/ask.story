# The customer is asked which use, where and how long (R4); asking permits nothing.
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
when authorizations.create {"contact":"con_1","asks":[{"use_type":"reference_call","channels":["sales"],"until":"2027-11-22"},{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"May we?"}
then authorization.requested {"contact":"con_1","language":"en","signers":[{"contact":"con_1","authority":"myself"}],"remind_days":5}
then mail.written {"kind":"authorization.ask","contact":"con_1","language":"en","purpose":"authorize"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no","clauses":[{"clause":"The customer was asked and has not answered yet.","effect":"forbids"}]}

# The answer is recorded against the question; less than asked is partly (R5).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
when authorizations.create {"contact":"con_1","asks":[{"use_type":"reference_call","channels":["sales"],"until":"2027-11-22"},{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"May we?"}
then authorization.requested {"contact":"con_1","language":"en","signers":[{"contact":"con_1","authority":"myself"}],"remind_days":5}
then mail.written {"kind":"authorization.ask","contact":"con_1","language":"en","purpose":"authorize"}
when authorizations.record {"contact":"con_1","answers":"$id","grants":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz"}
then authorization.recorded {"grants":[{"use_type":"logo"}]}
see authorizations.item $id {"status":"partly","number":"AUT-1001"}

# A question is answered once (R5).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when authorizations.record {"contact":"con_1","answers":"aut_1","grants":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz"}
refused already_answered
