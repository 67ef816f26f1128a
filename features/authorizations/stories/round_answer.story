# Yes to one, limits on the other: the narrowest holds (R22).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"limited","channels":["web"],"until":"2026-12-31","ask_each_time":true},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"limited"},{"ask":1,"answer":"yes"}],"authority":"myself"}
then authorization.granted {"grants":[{"use_type":"logo","channels":["web"]},{"use_type":"reference_call","channels":["sales"]}],"to_clear":[]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"yes","conditions":["ask_each_time"]}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=sales {"answer":"no"}
see authorizations.item aut_1 {"status":"in_force","how":"portal","round":{"state":"granted","signers":[{"state":"answered","assurance":"email_link"}]}}

# Each ask wants its own answer; unclear is never yes (R22).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused answer_missing

# A limit must say something, and only makes less (R22).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"limited"},{"ask":1,"answer":"limited","channels":["press"],"until":"2030-01-01"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused limit_missing would_widen would_widen

# A limit beside a plain yes is not a plain yes (R22).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes","channels":["web"]},{"ask":1,"answer":"no"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused limit_unclear

# What was answered is the text that was shown: another text refuses (R22).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d0","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused wording_moved_on

# A signer answers once (R22).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"no"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"no"}],"authority":"myself"}
then authorization.granted {"grants":[{"use_type":"logo","channels":["web","sales"]}],"to_clear":[]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused round_over

# A use that was asked and refused outweighs an older yes (R24, R10).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_0","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"yes"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"no"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"no"},{"ask":1,"answer":"yes"}],"authority":"myself"}
then authorization.granted {"grants":[{"use_type":"reference_call","channels":["sales"]}],"to_clear":[]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}

# A no to everything ends the round and permits nothing (R24).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"no"},{"ask":1,"answer":"no"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
then authorization.answered {"contact":"con_1","answers":[{"ask":0,"answer":"no"},{"ask":1,"answer":"no"}],"authority":"myself"}
then authorization.declined {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.item aut_1 {"status":"none","round":{"state":"declined"}}

# Declining needs no reason (R24).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.decline aut_1 {}
then authorization.declined {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"de","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}

# Nobody else answers, and nobody else learns that there is anything (R27).
as con_2 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given contact.added {"id":"con_2","facts":{"account":"acc_1","name":"Leo Lang","email":"leo@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_2","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused not_found
when authorizations.withdraw aut_1 {}
refused not_found
see authorizations.asked aut_1 {}
refused not_found

# The staff does not answer for the customer (R27).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"},{"ask":1,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened","yes:0"],"typed_name":"Ana Ruiz"}
refused not_a_signer
