# A customer may say what is not right about them (R1).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
when wishes.create {"kind":"correct","words":"Job title: Chief Technology Officer"}
then wish.stated {"contact":"con_1","kind":"correct"}
then subject.request_received {"subject":"con_1","right":"correct","due":"2026-12-22"}

# A correction says what is not right (R2).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
when wishes.create {"kind":"correct"}
refused wish.no_words

# Staff do not state wishes for customers (R1).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
when wishes.create {"kind":"erase"}
refused not_found

# Who wants to be erased has withdrawn everything at the same moment (R5).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-01","until":"2027-10-31","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail of 1 November"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when wishes.create {"kind":"erase"}
then wish.stated {"contact":"con_1","kind":"erase"}
then authorization.withdrawn {"id":"aut_1","contact":"con_1"}
then subject.request_received {"subject":"con_1","right":"erase"}

# Somebody says what was done, once (R4).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given wish.stated {"id":"wis_1","contact":"con_1","kind":"correct","words":"Job title: CTO"}
when wishes.settle wis_1 {"answer":"Corrected in the CRM."}
then wish.settled {"id":"wis_1","contact":"con_1"}
when wishes.settle wis_1 {"answer":"Again."}
refused wish.settled
