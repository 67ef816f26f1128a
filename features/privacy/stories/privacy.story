# Erasing takes two, and everything permitted ends first (R4).
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when subjects.erase con_1 {"reason":"She asked for it."}
then subject.erasure_proposed {"subject":"con_1"}
when subjects.confirm_erasure con_1 {}
refused erasure.second_person
as per_lea legal_reviewer
when subjects.confirm_erasure con_1 {}
then authorization.withdrawn {"id":"aut_1","contact":"con_1"}
then contact.left {"contact":"con_1"}
then subject.erasing {"subject":"con_1","owners":["con_1"],"refs":[]}
then contact.erased {"contact":"con_1"}
see contacts.item con_1 {"name":"Erased 2026-11-22","email":"","left":true,"opted_out":true}
see subjects.item con_1 {"status":"erasing","name":"Erased 2026-11-22"}

# What was erased takes no words again, neither by hand nor by a file.
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given contact.erased {"contact":"con_1"}
when contacts.revise con_1 {"name":"Ana Ruiz"}
refused contact.erased

# An erasure has a reason; one proposal is enough (R3).
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
when subjects.erase con_1 {"reason":""}
refused required
when subjects.erase con_1 {"reason":"She asked."}
then subject.erasure_proposed {"subject":"con_1"}
when subjects.erase con_1 {"reason":"Again."}
refused erasure.proposed
when subjects.drop_erasure con_1 {"reason":"It was somebody else."}
then subject.erasure_dropped {"subject":"con_1"}
as per_lea legal_reviewer
when subjects.confirm_erasure con_1 {}
refused erasure.not_proposed

# Under a hold the proof is sealed before the person goes, and opened only with a reason (R5).
as per_lea legal_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when subjects.hold con_1 {"reason":"A claim is pending.","until":"2027-06-30"}
then subject.held {"subject":"con_1","until":"2027-06-30"}
given subject.erasure_proposed {"subject":"con_1","reason":"She asked.","also":[]}
when subjects.confirm_erasure con_1 {}
refused erasure.second_person
as per_pia privacy_reviewer
when subjects.confirm_erasure con_1 {}
then subject.remainder_sealed {"subject":"con_1","until":"2027-06-30"}
then authorization.withdrawn {"id":"aut_1","contact":"con_1"}
then contact.left {"contact":"con_1"}
then subject.erasing {"subject":"con_1"}
then contact.erased {"contact":"con_1"}
see subjects.item con_1 {"remainder":{"until":"2027-06-30","gone":false,"readings":[]}}
when subjects.read_remainder con_1 {"reason":""}
refused required
when subjects.read_remainder con_1 {"reason":"Counsel asks for the consent."}
then subject.remainder_read {"subject":"con_1"}

# The sealed remainder goes when its hold is over (R5).
at 2027-07-01T09:00:00Z
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given subject.remainder_sealed {"subject":"con_1","until":"2027-06-30","remainder":"{}"}
tick retention.due
then retention.disposing {"rule":"sealed_remainder","records":1,"owners":["hold:con_1"],"refs":[]}

# Of a colleague, name and address go (R6).
as per_pia privacy_reviewer
given person.joined {"person":"per_bo","name":"Bo Lind","email":"bo@us.test","roles":["requester"]}
when subjects.erase per_bo {"reason":"Left the company."}
then subject.erasure_proposed {"subject":"per_bo"}
as per_adm administrator
when subjects.confirm_erasure per_bo {}
then person.deactivated {"person":"per_bo"}
then subject.erasing {"subject":"per_bo","owners":[]}
then person.erased {"person":"per_bo"}
see people.item per_bo {"name":"Erased 2026-11-22","active":false}

# While use is restricted the gate says yes to nothing; lifting brings back what rested (R8).
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"reference_call","channels":["sales"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[],"how":"email","signer":"Ana Ruiz","pre_approved":false}
when subjects.restrict con_1 {"reason":"She objects."}
then subject.restricted {"subject":"con_1","suspended":["aut_1"]}
then contact.use_restricted {"contact":"con_1"}
then authorization.reviewed {"id":"aut_1","contact":"con_1","outcome":"suspend"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"no","clauses":[{"clause":"Use of this contact is restricted since 2026-11-22, until a privacy reviewer lifts it.","effect":"forbids"}]}
when subjects.lift_restriction con_1 {"reason":"She agreed."}
then subject.restriction_lifted {"subject":"con_1"}
then contact.use_restriction_lifted {"contact":"con_1"}
then authorization.reviewed {"id":"aut_1","contact":"con_1","outcome":"reinstate"}
see authorizations.may_use ?contact=con_1&use_type=reference_call&channel=sales {"answer":"yes"}

# While use is restricted nothing new is asked of the person, by whatever way (R8).
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given contact.added {"id":"con_2","facts":{"account":"acc_1","name":"Ben Olsen","email":"ben@northwind.test"}}
when subjects.restrict con_1 {"reason":"She objects."}
then subject.restricted {"subject":"con_1","suspended":[]}
then contact.use_restricted {"contact":"con_1"}
as per_owen account_owner
when authorizations.create {"contact":"con_1","asks":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"May we show your logo?"}
refused contact_restricted
when authorizations.create {"contact":"con_2","asks":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"May we show your logo?","signers":[{"contact":"con_1","authority":"company"}]}
refused contact_restricted
as per_pia privacy_reviewer
when subjects.lift_restriction con_1 {"reason":"She agreed."}
then subject.restriction_lifted {"subject":"con_1"}
then contact.use_restriction_lifted {"contact":"con_1"}
as per_owen account_owner
when authorizations.create {"contact":"con_1","asks":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"May we show your logo?"}
then directory.relied_on {"id":"con_1"}
then authorization.requested {"contact":"con_1"}
then mail.written {"kind":"authorization.ask","contact":"con_1"}

# A wish of the customer's page is a request here, and one answer settles both (R1, R2).
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given wish.stated {"id":"wis_1","contact":"con_1","kind":"correct","words":"Job title: CTO"}
given subject.request_received {"id":"prv_1","subject":"con_1","right":"correct","wish":"wis_1","due":"2026-12-22","words":"Job title: CTO"}
see subject_requests.list {"items":[{"id":"prv_1","right":"correct","words":"Job title: CTO","status":"open","due":"2026-12-22","late":false}]}
when subject_requests.settle prv_1 {"settlement":"done","answer":""}
refused request.no_answer
when subject_requests.settle prv_1 {"settlement":"done","answer":"Corrected."}
then subject.request_settled {"id":"prv_1","settlement":"done"}
then wish.settled {"id":"wis_1","contact":"con_1"}
when subject_requests.settle prv_1 {"settlement":"done","answer":"Again."}
refused request.settled

# Letters keep their words for thirty days; a hold keeps them longer (R9).
at 2026-12-31T09:00:00Z
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given mail.written {"id":"mal_1","kind":"link.fresh","contact":"con_1","person":"","language":"en","about":"x","purpose":"none","not_before":"2026-11-22T09:00:00Z","template_revision":1,"button":"Open","subject":"Your link","text":"Hello Ana"}
see retention.item letter {"id":"letter","days":30,"automatic":true}
when retention.set letter {"days":0,"reason":"x"}
refused retention.bad_days
when retention.set letter {"days":60,"automatic":false,"reason":"Counsel wants two months."}
then retention.rule_set {"rule":"letter","days":60,"automatic":false}
when retention.set sealed_remainder {"days":60,"reason":"x"}
refused retention.fixed

# What is due goes by itself, as a fact, unless the rule only proposes: then nothing goes until somebody says so (R9).
at 2026-12-31T09:00:00Z
as per_pia privacy_reviewer
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test"}}
given mail.written {"id":"mal_1","kind":"link.fresh","contact":"con_1","person":"","language":"en","about":"x","purpose":"none","not_before":"2026-11-22T09:00:00Z","template_revision":1,"button":"Open","subject":"Your link","text":"Hello Ana"}
given mail.dropped {"id":"mal_1"}
at 2027-02-15T09:00:00Z
when retention.set letter {"days":30,"automatic":false,"reason":"Counsel looks first."}
then retention.rule_set {"rule":"letter","automatic":false}
tick retention.due
nothing
when retention.set letter {"days":30,"automatic":true,"reason":"Counsel agrees."}
then retention.rule_set {"rule":"letter","automatic":true}
tick retention.due
then retention.disposing {"rule":"letter","records":1}
