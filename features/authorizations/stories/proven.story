# Press is confirmed by digits from a letter, not by the link alone (R34).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"press","channels":["press"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"May we name you to the press?","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
as con_1 customer
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened"],"typed_name":"Ana Ruiz"}
refused code_required
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"code","acts":["opened"],"typed_name":"Ana Ruiz"}
then authorization.answered {"id":"aut_1","contact":"con_1","assurance":"code"}
then authorization.granted {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.receipt","contact":"con_1"}
see authorizations.receipt aut_1 {"signatures":[{"assurance":"code","codes_impossible":false}]}

# Where no letters leave, nobody can get digits, and the record says so (R34).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"press","channels":["press"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"May we name you to the press?","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
as con_1 customer
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":["opened"],"typed_name":"Ana Ruiz","codes_impossible":true}
then authorization.answered {"id":"aut_1","contact":"con_1","assurance":"email_link","codes_impossible":true}
then authorization.granted {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.receipt","contact":"con_1"}
see authorizations.receipt aut_1 {"signatures":[{"assurance":"email_link","codes_impossible":true}]}

# Staff cannot claim that a customer answered on their own page (R34).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"press","channels":["press"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"May we name you to the press?","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.answer aut_1 {"answers":[{"ask":0,"answer":"yes"}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"code","acts":["opened"],"typed_name":"Ana Ruiz"}
refused not_a_signer
when authorizations.record {"contact":"con_1","grants":[{"use_type":"press","channels":["press"],"until":"2027-11-22"}],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"portal","signer":"Ana Ruiz"}
refused only_the_customer
