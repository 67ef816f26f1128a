# A permission obtained elsewhere is recorded with its proof and scope (R1, R2).
at 2026-11-22T09:00:00Z
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
when authorizations.record {"contact":"con_1","grants":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":true}
then authorization.recorded {"contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web"],"regions":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false}],"how":"email","signer":"Ana Ruiz","pre_approved":true}

# The first record about a contact ties the contact to the program (R1).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
when authorizations.record {"contact":"con_1","grants":[{"use_type":"quote","channels":["web"],"until":"2027-11-22","conditions":["Only with our logo beside it"]}],"evidence":[{"file":"fil_1","name":"Contract, page 7"}],"how":"contract","signer":"Ana Ruiz"}
then directory.relied_on {"id":"con_1","as":"authorization"}
then authorization.recorded {"grants":[{"use_type":"quote","conditions":["Only with our logo beside it"]}],"how":"contract"}
