# Issues are reported and resolved, restrictions recorded (R5).
as per_ana account_owner
given account.added {"id":"acc_1","facts":{"name":"Globex"}}
when accounts.report_issue acc_1 {"severity":1,"title":"Outage"}
then account.issue_reported {"account":"acc_1","severity":1,"title":"Outage"}
when accounts.restrict acc_1 {"restriction":"No logo","public_reference_ban":true}
then account.restricted {"account":"acc_1","restriction":"No logo","public_reference_ban":true}
see accounts.item acc_1 {"open_issues":1,"contract_restriction":"No logo","public_reference_ban":true}

# Contact details are not for everybody (R6).
as per_rob requester
given account.added {"id":"acc_1","facts":{"name":"Globex"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ida Ek","email":"ida@globex.test"}}
see contacts.item con_1 {"name":"Ida Ek","email":"•••"}
