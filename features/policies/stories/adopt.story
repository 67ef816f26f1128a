# A section is adopted whole, with its reason (R1).
as per_ana program_owner
when policies.adopt retention {"values":{"retention_months":{"audit":120,"authorizations":84,"cases":36,"contacts":12,"files":24}},"reason":"Our data protection officer asked for it"}
then policy.adopted {"section":"retention","values":{"type":"retention","retention_months":{"audit":120,"authorizations":84,"cases":36,"contacts":12,"files":24}},"reason":"Our data protection officer asked for it"}
see policies.item retention {"revision":1,"values":{"retention_months":{"cases":36}}}
when policies.adopt retention {"values":{"retention_months":{"audit":120,"authorizations":84,"cases":36,"contacts":12,"files":24}},"reason":"Once more"}
nothing

# Values out of bounds are refused with every reason at once (R2).
as per_ana program_owner
when policies.adopt rotation {"values":{"rotation":{"selfie":{"max_per_quarter":1,"cooldown_days":1}},"otherwise":{"max_per_quarter":500,"cooldown_days":1},"cap_per_account_per_quarter":4},"reason":""}
refused out_of_bounds required unknown_code

# Values of another shape are refused (R2).
as per_ana program_owner
when policies.adopt escalation {"values":{"colour":"red"},"reason":"Try"}
refused required unknown_field

# There are only these sections (R1).
as per_ana program_owner
when policies.adopt horoscope {"values":{},"reason":"Try"}
refused no_such_section

# A region whose privacy rules limit a use is written down with its uses and channels (R9).
as per_ana program_owner
when policies.adopt escalation {"values":{"decision_makers":{"cs_leader":"decision_maker","legal":"legal_reviewer","sponsor":"sponsor"},"severe_issue_threshold":2,"high_value_amount":100000,"privacy_limited_regions":[{"region":"EMEA","use_types":["video"],"channels":["web"]}]},"reason":"Counsel's advice of November"}
then policy.adopted {"section":"escalation","values":{"type":"escalation","privacy_limited_regions":[{"region":"EMEA","use_types":["video"],"channels":["web"]}]}}

# Working hours need a time zone that exists (R8).
as per_ana program_owner
when policies.adopt steps {"values":{"step_hours":{},"calendar":{"days":["mon"],"from_hour":9,"until_hour":17,"time_zone":"Mars/Base"}},"reason":"We moved"}
refused bad_time_zone

# How customers are asked has bounds (R11).
as per_ana program_owner
when policies.adopt asking {"values":{"days_between_asks":0,"days_after_decline":180,"answer_days":30,"remind_days":5,"reminders_max":2,"expiring_days":60,"notice_days":500,"renewal_days":365,"renewal_days_max":300,"takedown_days":10},"reason":"Try"}
refused out_of_bounds

# What a change in a relationship does is written down (R11).
as per_ana program_owner
when policies.adopt relationship {"values":{"changes":{"churned":"review"},"health_floor":40,"renewal_risk_days":60,"renewal_risk_health":50},"reason":"Our health score is strict"}
then policy.adopted {"section":"relationship","values":{"type":"relationship","changes":{"churned":"review"},"health_floor":40}}
when policies.adopt relationship {"values":{"changes":{"weather":"hold"},"health_floor":40,"renewal_risk_days":60,"renewal_risk_health":50},"reason":"Try"}
refused unknown_code
