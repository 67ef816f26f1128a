# Nobody is proposed without a recorded permission, and the answer says so (R1, R3).
at 2026-11-22T09:00:00Z
as per_ana program_owner
given account.added {"id":"acc_1","facts":{"name":"Waterland Utilities","industry":"Utilities","region":"Benelux"}}
given contact.added {"id":"con_1","facts":{"account":"acc_1","name":"Ina Smit"}}
given advocate.nominated {"advocate":"adv_1","contact":"con_1","account":"acc_1","use_types":["reference_call"],"industries":["Utilities"],"products":[],"regions":["Benelux"],"languages":["nl"],"topics":[],"excluded_topics":[],"personas":[],"time_zone":"Europe/Amsterdam","max_per_quarter":2,"outcomes":[],"on":"2026-11-01"}
given advocate.briefed {"advocate":"adv_1","on":"2026-11-02"}
given advocate.activated {"advocate":"adv_1"}
see matching.find ?use_type=reference_call&channel=sales {"items":[]}
see matching.find ?use_type=reference_call&channel=sales&contact=con_1 {"items":[{"contact":"con_1","blockers":[{"code":"not_authorized"}]}]}
