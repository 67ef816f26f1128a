# A reminder goes out after five days, twice at most (R21).
at 2026-11-27T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
tick authorizations
nothing
at 2026-12-02T09:00:00Z
tick authorizations
then authorization.reminded {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.remind","contact":"con_1","language":"de","purpose":"authorize"}
at 2026-12-07T09:00:00Z
tick authorizations
then authorization.reminded {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.remind","contact":"con_1","language":"de","purpose":"authorize"}

# Thirty days before the end the customer is offered to renew, once (R28).
at 2027-10-23T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
tick authorizations
then authorization.renewal_offered {"id":"aut_1","contact":"con_1","ends":"2027-11-22","until":"2028-11-21"}
then mail.written {"kind":"authorization.renew","contact":"con_1","language":"en","purpose":"renew"}
tick authorizations
nothing

# What ends is recorded once (R28).
at 2027-11-23T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
tick authorizations
then authorization.lapsed {"id":"aut_1","contact":"con_1","ended":"2027-11-22","use_types":["logo","reference_call"]}
tick authorizations
nothing
see authorizations.item aut_1 {"status":"expired"}
