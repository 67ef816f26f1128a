# The words of a letter are adopted per kind and language; adopting what is in force changes nothing (R9).
as per_ana program_owner
see mail_templates.item link.fresh.de {"own":false,"revision":0,"subject":"Ihr neuer Link für {{company}}"}
when mail_templates.adopt link.fresh.de {"subject":"Neuer Link","text":"Bitte sehr:\n\n{{link}}","button":"Öffnen"}
then mail.template_adopted {"kind":"link.fresh","language":"de","words":{"subject":"Neuer Link","text":"Bitte sehr:\n\n{{link}}","button":"Öffnen"}}
see mail_templates.item link.fresh.de {"own":true,"revision":1,"subject":"Neuer Link","preview":{"subject":"Neuer Link"}}
see mail_templates.item link.fresh.en {"own":false}
when mail_templates.adopt link.fresh.de {"subject":"Neuer Link","text":"Bitte sehr:\n\n{{link}}","button":"Öffnen"}
nothing

# Everything that is wrong with words is told at once, and nothing is adopted then (R9).
as per_ana program_owner
when mail_templates.adopt authorization.ask.en {"subject":"","text":"Hello {{#customer}}","button":"Open"}
refused mail.no_subject mail.bad_placeholder mail.placeholder_missing
when mail_templates.adopt authorization.step_up.en {"subject":"Code","text":"No code here","button":""}
refused mail.placeholder_missing
when mail_templates.adopt horoscope.en {"subject":"S","text":"T","button":""}
refused not_found
when mail_templates.adopt link.fresh.tlh {"subject":"S","text":"{{link}}","button":""}
refused not_found

# The delivered words can be restored (R9).
as per_ana program_owner
given mail.template_adopted {"kind":"link.fresh","language":"de","words":{"subject":"Neuer Link","text":"{{link}}","button":"Öffnen"}}
when mail_templates.restore link.fresh.de {}
then mail.template_restored {"kind":"link.fresh","language":"de"}
see mail_templates.item link.fresh.de {"own":false,"revision":2}
when mail_templates.restore link.fresh.de {}
nothing

# A template is tried out by a letter to oneself, with invented facts.
as per_ana program_owner
given person.joined {"person":"per_ana","name":"Ana Ortiz","email":"ana@sample.test","roles":["program_owner"]}
when mail_templates.test request.confirm.fr {}
then mail.written {"kind":"request.confirm","contact":"","person":"per_ana","language":"fr","purpose":"none"}

# How letters look and when they leave is adopted whole, with everything that is wrong told at once.
as per_ana program_owner
when mail_settings.adopt {"company":"","sender":"","reply_to":"nobody","imprint":"","colour":"#ffee00","time_zone":"Mars/Base","quiet_from_hour":8,"quiet_until_hour":20,"quiet_weekends":true}
refused required bad_email mail.pale_colour mail.unknown_time_zone mail.bad_hours
when mail_settings.adopt {"company":"Northwind","sender":"Northwind references","reply_to":"refs@northwind.test","imprint":"Northwind, 1 Main Street","colour":"#0b6e4f","time_zone":"Europe/Berlin","quiet_from_hour":19,"quiet_until_hour":9,"quiet_weekends":true}
then mail.settings_adopted {"settings":{"company":"Northwind"}}
see mail_settings.list {"company":"Northwind","quiet_from_hour":19}
