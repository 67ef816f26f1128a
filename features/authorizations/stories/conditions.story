# Conditions in somebody's own words keep it out of force until legal accepted them (R25).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"limited","conditions":"Only in blue"},{"ask":1,"answer":"no"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"limited"},{"ask":1,"answer":"no"}],"authority":"myself"}
then authorization.granted {"grants":[{"use_type":"logo","channels":["web","sales"],"conditions":["Only in blue"]}],"to_clear":[0]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"unclear"}
as per_lee legal_reviewer
when authorizations.clear_conditions aut_1 {"outcome":"accepted","reason":"Fine with us"}
then authorization.conditions_reviewed {"id":"aut_1","contact":"con_1","outcome":"accepted","grants":[0],"reason":"Fine with us"}
then mail.dropped {}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"yes","conditions":["Only in blue"]}

# If legal cannot accept them, the grant falls away (R25).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"limited","conditions":"Only in blue"},{"ask":1,"answer":"no"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"limited"},{"ask":1,"answer":"no"}],"authority":"myself"}
then authorization.granted {"grants":[{"use_type":"logo","channels":["web","sales"],"conditions":["Only in blue"]}],"to_clear":[0]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
as per_lee legal_reviewer
when authorizations.clear_conditions aut_1 {"outcome":"refused","reason":"Our logo wall is grey"}
then authorization.conditions_reviewed {"id":"aut_1","contact":"con_1","outcome":"refused","grants":[0],"reason":"Our logo wall is grey"}
then mail.dropped {}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}

# There must be something to clear (R25).
as per_lee legal_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.clear_conditions aut_1 {"outcome":"accepted","reason":"Fine"}
refused nothing_to_clear
