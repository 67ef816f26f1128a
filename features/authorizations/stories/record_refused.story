# A record without proof, channel, signer or future is refused with every reason at once (R1, R2).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
when authorizations.record {"contact":"con_1","grants":[{"use_type":"logo","channels":[],"until":"2026-11-21","not_with":["acc_9"]}],"evidence":[],"how":"email","signer":""}
refused account_unknown channels_required evidence_required required until_before_from until_past

# Nothing can be recorded for somebody who is not in the directory (R3).
as per_ana account_owner
when authorizations.record {"contact":"con_7","grants":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz"}
refused contact_unknown

# A customer who opted out is not recorded again (R3).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz"}}
given account.opted_out {"account":"acc_1","reason":"Policy of the company"}
when authorizations.record {"contact":"con_1","grants":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"evidence":[{"file":"fil_1","name":"Mail"}],"how":"email","signer":"Ana Ruiz"}
refused account_opted_out
