# Side by side, all must say yes (R24).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given contact.added {"id":"con_2","facts":{"account":"acc_1","name":"Leo Lang","email":"leo@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_2","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"},{"contact":"con_2","authority":"legal"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}
as con_2 customer
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"no"},{"ask":1,"answer":"yes"}],"authority":"legal","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_2","answers":[{"ask":0,"answer":"no"},{"ask":1,"answer":"yes"}],"authority":"legal"}
then authorization.granted {"grants":[{"use_type":"reference_call","channels":["sales"]}],"to_clear":[]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
then mail.written {"kind":"authorization.receipt","contact":"con_2","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"yes"}

# One after another: the second waits for the first (R23).
as con_2 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given contact.added {"id":"con_2","facts":{"account":"acc_1","name":"Leo Lang","email":"leo@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_2","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"},{"contact":"con_2","authority":"company"}],"in_order":true,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"company","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused not_your_turn
as con_1 customer
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself"}
then authorization.turn_came {"id":"aut_1","contact":"con_2"}
then mail.written {"kind":"authorization.ask","contact":"con_2","language":"en","purpose":"authorize"}
as con_2 customer
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"company","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_2","answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"company"}
then authorization.granted {"grants":[{"use_type":"logo","channels":["web","sales"]},{"use_type":"reference_call","channels":["sales"]}],"to_clear":[]}
then mail.dropped {}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
then mail.written {"kind":"authorization.receipt","contact":"con_2","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"yes"}

# The customer brings in a colleague, who is asked too (R23).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.add_signer aut_1 {"authority":"legal","name":"Leo Lang","email":"leo@northwind.test"}
then contact.added {"facts":{"account":"acc_1","name":"Leo Lang","email":"leo@northwind.test","language":"en"}}
then directory.relied_on {"as":"authorization"}
then authorization.signer_added {"id":"aut_1","authority":"legal"}
then mail.written {"kind":"authorization.ask","contact":"con_tftrcvkzz8tgkbh8u5h6c2fu","language":"en","purpose":"authorize"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}
see authorizations.item aut_1 {"round":{"state":"open","signers":[{"state":"answered"},{"state":"asked","authority":"legal","name":"Leo Lang"}]}}

# A colleague without a real address cannot be asked (R23).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.add_signer aut_1 {"authority":"legal","name":"","email":"leo"}
refused required bad_format

# Asking back before answering (R23).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.question aut_1 {"question":"Which page?"}
then authorization.questioned {"id":"aut_1","contact":"con_1","question":"Which page?"}
as per_ana program_owner
when authorizations.reply aut_1 {"reply":"The list of customers."}
then authorization.replied {"id":"aut_1","contact":"con_1","reply":"The list of customers."}
then mail.written {"kind":"authorization.ask","contact":"con_1","language":"de","purpose":"authorize"}
as con_1 customer
see authorizations.asked aut_1 {"questions":[{"question":"Which page?","reply":"The list of customers."}]}
