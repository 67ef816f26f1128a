# A lost customer is held until somebody has looked (R29).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when accounts.revise acc_1 {"churned":true}
then account.revised {"id":"acc_1","facts":{"churned":true}}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"churned","held":true}
see authorizations.item aut_1 {"status":"under_review","doubts":[{"cause":"churned"}]}
when authorizations.review aut_1 {"outcome":"reinstate","reason":"They stay named"}
then authorization.reviewed {"id":"aut_1","contact":"con_1","outcome":"reinstate"}
see authorizations.item aut_1 {"status":"in_force","doubts":[]}

# A renewal that is near while the company is not well (R29).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when accounts.revise acc_1 {"renewal_on":"2027-01-15","health":60}
then account.revised {"id":"acc_1"}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"renewal_risk","held":false,"renewal_on":"2027-01-15"}

# Something new bought since (R29).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when deals.create {"name":"More of it","account":"acc_1","product":"GTX Pro","outcome":"won","close_on":"2026-12-01"}
then deal.added {"facts":{"account":"acc_1"}}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"product_expanded","held":false}

# Who led the company leaves: the permissions of the others are looked at (R29).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
given contact.added {"id":"con_2","facts":{"account":"acc_1","name":"Lee Park","seniority":"C-Level"}}
when contacts.mark_left con_2 {}
then contact.left {"contact":"con_2"}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"leadership_changed","held":false}

# Policy may ignore a change, or hold at once (R29).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when policies.adopt relationship {"values":{"changes":{"health_drop":"hold","severe_issue":"ignore"},"health_floor":40,"renewal_risk_days":90,"renewal_risk_health":30},"reason":"Our scale is another"}
then policy.adopted {"section":"relationship"}
when accounts.report_issue acc_1 {"severity":1,"title":"Down"}
then account.issue_reported {"account":"acc_1"}
when accounts.revise acc_1 {"health":45}
then account.revised {"id":"acc_1"}
when accounts.revise acc_1 {"health":39}
then account.revised {"id":"acc_1"}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"health_drop","held":true}
