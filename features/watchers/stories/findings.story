# A permission that ends soon is found, and put aside until it changes (R1, R7).
at 2027-10-10T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
see findings.list {"items":[{"id":"expiring~aut_1~2027-11-22","kind":"expiring","proposal":{"action":"offer_renewal"}}]}
when findings.dismiss expiring~aut_1~2027-11-22 {"reason":"They told me that they stop"}
then finding.dismissed {"finding":"expiring~aut_1~2027-11-22","reason":"They told me that they stop"}
see findings.list {"items":[]}

# A silent customer is found after two reminders (R2).
at 2026-12-20T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
at 2026-11-22T09:00:00Z
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
at 2026-11-27T09:00:00Z
given authorization.reminded {"id":"aut_1","contact":"con_1"}
at 2026-12-02T09:00:00Z
given authorization.reminded {"id":"aut_1","contact":"con_1"}
at 2026-12-20T09:00:00Z
see findings.list {"items":[{"kind":"unanswered"}]}

# Conditions and questions are unclear until somebody acts (R3).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.question aut_1 {"question":"Which page?"}
then authorization.questioned {"id":"aut_1","contact":"con_1","question":"Which page?"}
as per_ana program_owner
see findings.list {"items":[{"kind":"unclear","reason":"Which page?"}]}

# Shaky ground is found (R4).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when accounts.report_issue acc_1 {"severity":1,"title":"Down"}
then account.issue_reported {"account":"acc_1","severity":1,"title":"Down"}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"severe_issue","held":false}
see findings.list {"items":[{"kind":"at_risk","reason":"severe issue"}]}
