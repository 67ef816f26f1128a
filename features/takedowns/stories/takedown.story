# A withdrawal raises a task for what is still seen, not for a talk that is over (R1).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"reference_call","channel":"sales","request":"req_1","on":"2026-11-22"}
when authorizations.withdraw aut_1 {}
then authorization.withdrawn {"id":"aut_1","contact":"con_1"}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
then takedown.raised {"number":"TD-1","authorization":"aut_1","contact":"con_1","account":"acc_1","use":{"use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"},"cause":"withdrawn","owner":"channel_owner","due":"2026-12-02"}
see takedowns.list {"items":[{"number":"TD-1","use_type":"logo","cause":"withdrawn","owner":"channel_owner","due":"2026-12-02","status":"open"}]}

# A narrowing raises it only for what it took away (R1).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"reference_call","channel":"sales","request":"req_1","on":"2026-11-22"}
when authorizations.narrow aut_1 {"channels":["sales"]}
then authorization.narrowed {"id":"aut_1","contact":"con_1","channels":["sales"]}
then mail.written {"kind":"authorization.receipt","contact":"con_1","language":"en","purpose":"my_page"}
then takedown.raised {"number":"TD-1","authorization":"aut_1","contact":"con_1","account":"acc_1","use":{"use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"},"cause":"narrowed","owner":"channel_owner","due":"2026-12-02"}
see takedowns.list {"items":[{"use_type":"logo","cause":"narrowed"}]}

# What ends must come down too (R1).
at 2027-11-23T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"reference_call","channel":"sales","request":"req_1","on":"2026-11-22"}
tick authorizations
then authorization.lapsed {"id":"aut_1","contact":"con_1","ended":"2027-11-22","use_types":["logo","reference_call"]}
then takedown.raised {"number":"TD-1","authorization":"aut_1","contact":"con_1","account":"acc_1","use":{"use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"},"cause":"lapsed","owner":"channel_owner","due":"2027-12-03"}
see takedowns.list {"items":[{"use_type":"logo","cause":"lapsed"}]}

# Closing needs a proof (R3).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"reference_call","channel":"sales","request":"req_1","on":"2026-11-22"}
given takedown.raised {"id":"tkd_1","number":"TD-1","authorization":"aut_1","contact":"con_1","account":"acc_1","use":{"use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"},"cause":"withdrawn","owner":"channel_owner","due":"2026-12-02"}
when takedowns.close tkd_1 {"how":"removed","note":"Gone"}
refused proof_required
when takedowns.close tkd_1 {"how":"removed","note":"Gone","link":"https://example.com/customers"}
then takedown.closed {"id":"tkd_1","how":"removed","link":"https://example.com/customers","note":"Gone"}
see takedowns.item tkd_1 {"status":"closed","how":"removed","note":"Gone"}
when takedowns.close tkd_1 {"how":"removed","note":"Gone","link":"https://example.com"}
refused already_closed

# It may stay only under a new permission (R4).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.answered {"id":"aut_1","contact":"con_1","answers":[{"ask":0,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false},{"ask":1,"answer":"yes","not_with":[],"not_with_competitors":false,"ask_each_time":false,"approve_words_first":false}],"authority":"myself","wording_digest":"d1","language":"en","assurance":"email_link","acts":[],"typed_name":"Ana Ruiz","evidence":[]}
given authorization.granted {"id":"aut_1","contact":"con_1","grants":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"to_clear":[]}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"}
given authorization.used {"authorization":"aut_1","contact":"con_1","use_type":"reference_call","channel":"sales","request":"req_1","on":"2026-11-22"}
given authorization.withdrawn {"id":"aut_1","contact":"con_1"}
given takedown.raised {"id":"tkd_1","number":"TD-1","authorization":"aut_1","contact":"con_1","account":"acc_1","use":{"use_type":"logo","channel":"web","request":"req_1","on":"2026-11-22"},"cause":"withdrawn","owner":"channel_owner","due":"2026-12-02"}
when takedowns.close tkd_1 {"how":"permitted_again","note":"They agreed"}
refused not_permitted
