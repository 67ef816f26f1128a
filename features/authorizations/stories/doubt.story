# A contact who leaves: the permission is held until somebody has looked (R29).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when contacts.mark_left con_1 {}
then contact.left {"contact":"con_1"}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"contact_left","held":true}
see authorizations.item aut_1 {"status":"under_review","doubts":[{"cause":"contact_left"}]}

# A severe issue is looked at once, until it was reviewed (R29).
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
when accounts.report_issue acc_1 {"severity":1,"title":"Down again"}
then account.issue_reported {"account":"acc_1","severity":1,"title":"Down again"}
when authorizations.review aut_1 {"outcome":"confirm","reason":"Spoke with Ana"}
then authorization.reviewed {"id":"aut_1","contact":"con_1","outcome":"confirm","reason":"Spoke with Ana"}
see authorizations.item aut_1 {"doubts":[]}

# A drop of health is a reason to look (R29).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when accounts.revise acc_1 {"health":30}
then account.revised {"id":"acc_1","facts":{"health":30}}
then authorization.questionable {"id":"aut_1","contact":"con_1","cause":"health_drop","held":false}
see authorizations.item aut_1 {"status":"in_force","doubts":[{"cause":"health_drop"}]}
