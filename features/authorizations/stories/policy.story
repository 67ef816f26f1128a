# How often somebody is asked is policy (R21).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.requested {"id":"aut_1","contact":"con_1","account":"acc_1","asks":[{"use_type":"press","channels":["press"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"wording_template":"","template_revision":1,"terms":1,"language":"en","wording":"May we name you to the press?","wording_digest":"d1","message":"May we?","signers":[{"contact":"con_1","authority":"myself"}],"in_order":false,"remind_days":5,"link_until":"2026-12-22T09:00:00Z"}
at 2026-12-01T09:00:00Z
when authorizations.create {"contact":"con_1","asks":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"And your logo?"}
refused asked_recently
when policies.adopt asking {"values":{"days_between_asks":7,"days_after_decline":180,"answer_days":30,"remind_days":5,"reminders_max":2,"expiring_days":60,"notice_days":30,"renewal_days":365,"renewal_days_max":730,"takedown_days":10},"reason":"They like to hear from us"}
then policy.adopted {"section":"asking"}
when authorizations.create {"contact":"con_1","asks":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"And your logo?"}
then authorization.requested {"contact":"con_1"}
then mail.written {"kind":"authorization.ask","contact":"con_1"}

# When a permission counts as expiring is policy (R18).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
given authorization.recorded {"id":"aut_1","contact":"con_1","account":"acc_1","grants":[{"use_type":"logo","channels":["web"],"regions":[],"languages":[],"products":[],"topics":[],"not_with":[],"from":"2026-11-22","until":"2027-11-22","ask_each_time":false,"conditions":[]}],"disclosures":[],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz","pre_approved":false}
at 2027-08-01T09:00:00Z
see authorizations.item aut_1 {"status":"in_force"}
when policies.adopt asking {"values":{"days_between_asks":30,"days_after_decline":180,"answer_days":30,"remind_days":5,"reminders_max":2,"expiring_days":180,"notice_days":30,"renewal_days":365,"renewal_days_max":730,"takedown_days":10},"reason":"We need half a year"}
then policy.adopted {"section":"asking"}
see authorizations.item aut_1 {"status":"expiring"}
