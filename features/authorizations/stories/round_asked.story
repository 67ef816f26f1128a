# The customer is asked in their language, in controlled wording (R20).
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
when authorizations.create {"contact":"con_1","asks":[{"use_type":"reference_call","channels":["sales"],"until":"2027-11-22"}],"message":"May we?"}
then authorization.requested {"contact":"con_1","language":"de","signers":[{"contact":"con_1","authority":"myself"}],"remind_days":5}
then mail.written {"kind":"authorization.ask","contact":"con_1","language":"de","purpose":"authorize"}
see authorizations.asked $id {"language":"de","title":"Dürfen wir Sie als Referenz nennen?","my_state":"asked","asks":[{"title":"Referenzgespräche","period":"Vom 22. November 2026 bis 22. November 2027","limits":["Wo: Verkaufsgespräche"]}]}
see authorizations.asked $id?language=fr {"language":"fr","asks":[{"title":"Appels de référence"}]}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"no"}

# Nobody is asked twice within thirty days (R21).
at 2026-12-01T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
when authorizations.create {"contact":"con_1","asks":[{"use_type":"video","channels":["web"],"until":"2027-11-22"}],"message":"And a film?"}
refused asked_recently

# Who declined is left in peace for half a year (R21).
at 2027-03-01T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"de"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"logo","channels":["web","sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]},{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"We ask for your logo and calls.","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
given authorization.declined {"id":"aut_1","contact":"con_1"}
when authorizations.create {"contact":"con_1","asks":[{"use_type":"video","channels":["web"],"until":"2027-11-22"}],"message":"And a film?"}
refused declined_recently
