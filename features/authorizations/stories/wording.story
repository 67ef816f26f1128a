# A workspace says it in its own words; what is wrong with them is told all at once (R32).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
when wordings.adopt en {"texts":{"opening":"Dear {{customer}} of {{company}}, {{who}} asks.","boundary":"x"},"reason":""}
refused placeholder_missing placeholder_unknown required unknown_text
when wordings.adopt en {"texts":{"title":"May we show you?"},"reason":"Shorter"}
then wording.adopted {"language":"en","revision":1,"terms":1,"reason":"Shorter"}
when wordings.adopt en {"texts":{"title":"May we show you?"},"reason":"Again"}
nothing
see wordings.item en {"own":true,"revision":1,"terms":1,"history":[{"revision":1,"reason":"Shorter"}],"sample":{"title":"May we show you?"}}
when authorizations.create {"contact":"con_1","asks":[{"use_type":"logo","channels":["web"],"until":"2027-11-22"}],"message":"May we?"}
then authorization.requested {"contact":"con_1","wording_template":"workspace","template_revision":1,"terms":1}
then mail.written {"kind":"authorization.ask","contact":"con_1"}

# A changed meaning asks again; the delivered words can be restored (R33).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Northwind Robotics","industry":"manufacturing"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ana Ruiz","email":"ana@northwind.test","language":"en"}}
given directory.relied_on {"id":"con_1","as":"authorization"}
when wordings.restore en {"reason":"Nothing to restore"}
nothing
when wordings.adopt en {"texts":{"boundaries":"Nothing else is allowed."},"reason":"Legal","meaning_changed":true}
then wording.adopted {"language":"en","revision":1,"terms":2}
when wordings.restore en {"reason":"As before"}
then wording.restored {"language":"en","revision":2,"terms":2,"reason":"As before"}
see wordings.item en {"own":false,"revision":2,"terms":2}
when wordings.adopt tlh {"texts":{},"reason":"nuqneH"}
refused not_found
