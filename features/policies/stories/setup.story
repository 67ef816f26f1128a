# The defaults of all sections are adopted in one step (R4).
as per_ana administrator
see setup.list {"done":0,"total":7}
when setup.defaults {}
then policy.adopted {"section":"intake"}
then policy.adopted {"section":"approvals"}
then policy.adopted {"section":"escalation"}
then policy.adopted {"section":"rotation"}
then policy.adopted {"section":"disclosures"}
then policy.adopted {"section":"retention"}
then policy.adopted {"section":"matching"}
then policy.adopted {"section":"steps"}
then policy.adopted {"section":"asking","values":{"type":"asking","days_between_asks":30,"expiring_days":60,"takedown_days":10}}
then policy.adopted {"section":"relationship","values":{"type":"relationship","changes":{"churned":"hold","severe_issue":"review"},"health_floor":50}}
then policy.adopted {"section":"sign_in","values":{"type":"sign_in","second_factor_roles":[]}}
then procedure.adopted {"sop":"reference-approval","revision":1}
when setup.defaults {}
nothing

# The checklist is done when sections are adopted and people hold the roles (R5).
as per_ana administrator
given person.joined {"person":"per_ana","name":"Ana","email":"ana@example.test","roles":["requester","program_owner","legal_reviewer","privacy_reviewer","channel_owner","decision_maker"]}
see setup.list {"done":1,"total":7}
when setup.defaults {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then policy.adopted {}
then procedure.adopted {}
see setup.list {"done":7,"total":7}
