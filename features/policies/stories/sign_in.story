# Roles whose people need a second factor are named by an administrator (R13).
as per_ana administrator
when policies.adopt sign_in {"values":{"second_factor_roles":["administrator","privacy_reviewer"]},"reason":"Our insurer asks for it"}
then policy.adopted {"section":"sign_in","values":{"type":"sign_in","second_factor_roles":["administrator","privacy_reviewer"]}}
see policies.item sign_in {"revision":1,"values":{"second_factor_roles":["administrator","privacy_reviewer"]}}
when policies.adopt sign_in {"values":{"second_factor_roles":["magician"]},"reason":"Try"}
refused unknown_role

# Nobody else says how people sign in, though they adopt other policies (R13).
as per_otto program_owner
when policies.adopt sign_in {"values":{"second_factor_roles":[]},"reason":"It is a nuisance"}
refused policy.administrators_only
