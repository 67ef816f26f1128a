# Each look at the contact is recorded, for the requester only and while the time lasts (R8).
at 2026-11-22T09:00:00Z
as per_rita requester
given request.logged {"request":"req_1","number":"REQ-1001","requester":"per_rita","intake":{"channels":["sales"]},"account":"","amount":{"amount":0,"currency":""},"high_value":false,"duplicates":[]}
when requests.view_contact req_1 {}
refused not_disclosed
given request.contact_disclosed {"request":"req_1","contact":"con_1","to":"per_rita","until":"2026-11-25T09:00:00Z"}
when requests.view_contact req_1 {}
then request.contact_viewed {"request":"req_1","contact":"con_1","viewer":"per_rita"}
as per_rob requester
when requests.view_contact req_1 {}
refused not_found
at 2026-11-26T09:00:00Z
as per_rita requester
when requests.view_contact req_1 {}
refused disclosure_over

# While the contact is disclosed it is not disclosed again; only the program owner does so afterwards (R8).
at 2026-11-22T09:00:00Z
as per_rita requester
given request.logged {"request":"req_1","number":"REQ-1001","requester":"per_rita","intake":{"channels":["sales"]},"account":"","amount":{"amount":0,"currency":""},"high_value":false,"duplicates":[]}
when requests.disclose_again req_1 {}
refused not_yours
as per_ana program_owner
when requests.disclose_again req_1 {}
refused not_disclosed
