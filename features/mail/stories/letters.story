# Staff see what was written, to whom, and how far it came; the link is not in it (R3).
as per_ana program_owner
given contact.added {"id":"con_1","facts":{"name":"Ana Ruiz","email":"ana@northwind.test"}}
given mail.written {"id":"mai_1","kind":"authorization.ask","contact":"con_1","person":"","language":"en","about":"aut_1","purpose":"authorize","link_until":"2027-01-01T00:00:00Z","not_before":"2026-11-23T08:00:00Z","template_revision":0,"button":"Read","subject":"May we?","text":"Hello,\n\n{{link}}"}
see mails.list ?about=aut_1 {"total":1,"items":[{"recipient_name":"Ana Ruiz","address":"ana@northwind.test","status":"waiting","has_link":true}]}
see mails.list ?about=aut_2 {"total":0}
see mails.item mai_1 {"subject":"May we?","link_until":"2027-01-01T00:00:00.000000Z","purpose":"authorize"}

# Addresses of customers are for those who may see them anywhere.
as per_leo legal_reviewer
given contact.added {"id":"con_1","facts":{"name":"Ana Ruiz","email":"ana@northwind.test"}}
given mail.written {"id":"mai_1","kind":"link.fresh","contact":"con_1","person":"","language":"en","about":"aut_1","purpose":"none","not_before":"2026-11-23T08:00:00Z","template_revision":0,"button":"","subject":"Link","text":"Hello"}
see mails.item mai_1 {"address":"•••"}

# What waits can be dropped, once; what was dropped cannot be tried again (R7).
as per_ana program_owner
given mail.written {"id":"mai_1","kind":"authorization.ask","contact":"con_1","person":"","language":"en","about":"aut_1","purpose":"authorize","not_before":"2026-11-23T08:00:00Z","template_revision":0,"button":"","subject":"May we?","text":"Hello"}
when mails.drop mai_1 {}
then mail.dropped {"id":"mai_1"}
when mails.drop mai_1 {}
refused mail.not_waiting
when mails.retry mai_1 {}
refused mail.nothing_to_retry

# A failed letter is tried again when somebody asks, and by that the address counts as right again (R8).
as per_ana program_owner
given mail.written {"id":"mai_1","kind":"authorization.ask","contact":"con_1","person":"","language":"en","about":"aut_1","purpose":"authorize","not_before":"2026-11-22T08:00:00Z","template_revision":0,"button":"","subject":"May we?","text":"Hello"}
given mail.sent {"id":"mai_1","attempt":1,"to":"ana@northwind.test"}
when mails.bounce mai_1 {"code":"mailbox_unknown"}
then mail.bounced {"id":"mai_1","code":"mailbox_unknown"}
see mail_suppressions.list ?bounced=true {"total":1}
when mails.bounce mai_1 {}
nothing
when mails.retry mai_1 {}
then mail.suppression_lifted {"recipient":"con_1"}
then mail.retried {"id":"mai_1"}
see mails.item mai_1 {"status":"waiting"}
see mail_suppressions.list {"total":0}

# A fresh link may be taken while there is something to answer; that it was taken is recorded (R10).
as per_ana account_owner
given mail.written {"id":"mai_1","kind":"authorization.ask","contact":"con_1","person":"","language":"en","about":"aut_1","purpose":"authorize","link_until":"2026-12-22T08:00:00Z","not_before":"2026-11-22T08:00:00Z","template_revision":0,"button":"","subject":"May we?","text":"Hello {{link}}"}
given mail.written {"id":"mai_2","kind":"activity.cancel","contact":"con_1","person":"","language":"en","about":"act_1","purpose":"none","not_before":"2026-11-22T08:00:00Z","template_revision":0,"button":"","subject":"Cancelled","text":"Hello"}
when mails.link mai_1 {}
then mail.link_taken {"id":"mai_1"}
when mails.link mai_2 {}
refused mail.no_link
at 2026-12-23T09:00:00Z
when mails.link mai_1 {}
refused mail.link_over

# Who unsubscribed is written to again only for a reason (R4).
as per_ana program_owner
given mail.unsubscribed {"contact":"con_1"}
when mail_suppressions.lift con_1 {"reason":""}
refused required
when mail_suppressions.lift con_1 {"reason":"She asked for it in our call"}
then mail.suppression_lifted {"recipient":"con_1","reason":"She asked for it in our call"}
when mail_suppressions.lift con_1 {"reason":"Again"}
refused not_found

# A corrected address is written to again (R8).
as per_ana program_owner
given contact.added {"id":"con_1","facts":{"name":"Ana Ruiz","email":"ana@northwnd.test"}}
given mail.written {"id":"mai_1","kind":"authorization.ask","contact":"con_1","person":"","language":"en","about":"aut_1","purpose":"authorize","not_before":"2026-11-22T08:00:00Z","template_revision":0,"button":"","subject":"May we?","text":"Hello"}
given mail.failed {"id":"mai_1","attempt":1,"code":"address_refused"}
see mail_suppressions.list {"total":1}
when contacts.revise con_1 {"email":"ana@northwind.test"}
then contact.revised {"id":"con_1"}
then mail.suppression_lifted {"recipient":"con_1"}
see mail_suppressions.list {"total":0}
