# A customer withdraws from their own page, and it holds at once (R15, R27).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when authorizations.withdraw aut_1 {}
then authorization.withdrawn {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}
see authorizations.mine {"items":[{"id":"aut_1","status":"withdrawn","may_withdraw":false}]}

# A pause is a no until it is over (R26).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when authorizations.pause aut_1 {"until":"2026-12-24"}
then authorization.paused {"id":"aut_1","contact":"con_1","until":"2026-12-24"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web&on=2026-12-24 {"answer":"no"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web&on=2026-12-25 {"answer":"yes"}
when authorizations.resume aut_1 {}
then authorization.unpaused {"id":"aut_1","contact":"con_1"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"yes"}

# A customer narrows without anybody's help (R12, R27).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when authorizations.narrow aut_1 {"drop_use_types":["logo"]}
then authorization.narrowed {"id":"aut_1","contact":"con_1","drop_use_types":["logo"]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web {"answer":"no"}

# One tap renews; the deed is the proof (R16, R28).
at 2027-11-01T09:00:00Z
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
see authorizations.mine {"items":[{"until":"2027-11-22","renew_until":"2028-11-21","may_renew":true}]}
when authorizations.renew aut_1 {"until":"2028-11-21"}
then authorization.renewed {"id":"aut_1","contact":"con_1","until":"2028-11-21"}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
see authorizations.may_use ?contact=con_1&use_type=logo&channel=web&on=2028-06-01 {"answer":"yes"}

# One yes reaches two years at most (R28).
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when authorizations.renew aut_1 {"until":"2035-01-01"}
refused out_of_bounds

# Given under older terms, it is asked for again (R28).
at 2027-11-01T09:00:00Z
as con_1 customer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":0,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
when authorizations.renew aut_1 {"until":"2028-11-21"}
refused wording_moved_on
