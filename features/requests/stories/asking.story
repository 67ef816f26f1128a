# The question is the contact's alone, and nobody sees it before it was put (R7).
as con_1 customer
given request.logged {"request":"req_1","number":"REQ-1001","requester":"per_rita","intake":{"channels":["sales"],"use_type":"reference_call","prospect":{"name":"Prospect Ltd","industry":"Banking"}},"account":"","amount":{"amount":0,"currency":""},"high_value":false,"duplicates":[]}
given request.candidates_chosen {"request":"req_1","candidates":[{"contact":"con_1","advocate":"adv_1","account":"acc_1","score":90},{"contact":"con_2","advocate":"adv_2","account":"acc_2","score":80}],"reason":"Closest","conditions":[],"policy_revision":1}
given request.candidate_put_forward {"request":"req_1","contact":"con_1"}
see requests.confirmation req_1 {}
refused not_found
when requests.answer req_1 {"answer":"yes"}
refused not_found
given request.times_proposed {"request":"req_1","slots":["2026-12-08T09:00:00Z"],"minutes":45,"message":"Your rollout","name_prospect":false}
given request.customer_asked {"request":"req_1","contact":"con_1","slots":["2026-12-08T09:00:00Z"]}
see requests.confirmation req_1 {"contact":"con_1","minutes":45,"message":"Your rollout","industry":"Banking","prospect_name":""}
as con_2 customer
see requests.confirmation req_1 {}
refused not_found
when requests.answer req_1 {"answer":"yes"}
refused not_found

# Once the case is elsewhere the question is over (R7).
as con_1 customer
given request.logged {"request":"req_1","number":"REQ-1001","requester":"per_rita","intake":{"channels":["sales"],"use_type":"reference_call","prospect":{"name":"Prospect Ltd","industry":"Banking"}},"account":"","amount":{"amount":0,"currency":""},"high_value":false,"duplicates":[]}
given request.candidates_chosen {"request":"req_1","candidates":[{"contact":"con_1","advocate":"adv_1","account":"acc_1","score":90}],"reason":"Closest","conditions":[],"policy_revision":1}
given request.candidate_put_forward {"request":"req_1","contact":"con_1"}
given request.customer_asked {"request":"req_1","contact":"con_1","slots":[]}
when requests.answer req_1 {"answer":"yes"}
refused question_over
given request.customer_answered {"request":"req_1","contact":"con_1","reply":"yes","slots":[],"assurance":"email_link"}
when requests.answer req_1 {"answer":"yes"}
nothing
when requests.answer req_1 {"answer":"no"}
refused already_answered

# The requester and the program propose times, ahead and few (R7).
as per_rita requester
given request.logged {"request":"req_1","number":"REQ-1001","requester":"per_rita","intake":{"channels":["sales"],"use_type":"reference_call","prospect":{"name":"Prospect Ltd","industry":"Banking"}},"account":"","amount":{"amount":0,"currency":""},"high_value":false,"duplicates":[]}
when requests.propose_times req_1 {"slots":["2026-11-01T09:00:00Z"],"minutes":2}
refused in_past bad_minutes
when requests.propose_times req_1 {"slots":["2026-12-08T09:00:00Z"],"minutes":45,"message":"They run four sites as you do"}
then request.times_proposed {"minutes":45,"message":"They run four sites as you do","name_prospect":false}
when requests.propose_times req_1 {"slots":["2026-12-08T09:00:00Z"],"minutes":45}
nothing
as per_rob requester
when requests.propose_times req_1 {"slots":[]}
refused not_found

# Who only asks for references learns who a candidate is once they agreed (R7).
as per_rita requester
given request.logged {"request":"req_1","number":"REQ-1001","requester":"per_rita","intake":{"channels":["sales"],"use_type":"reference_call","prospect":{"name":"Prospect Ltd","industry":"Banking"}},"account":"","amount":{"amount":0,"currency":""},"high_value":false,"duplicates":[]}
given request.candidates_chosen {"request":"req_1","candidates":[{"contact":"con_1","advocate":"adv_1","account":"acc_1","score":90}],"reason":"Closest","conditions":[],"policy_revision":1}
see requests.item req_1 {"choices":[{"rank":1,"score":90,"contact":"","account":""}]}
given request.customer_confirmed {"request":"req_1","contact":"con_1","evidence":{"file":"fil_1","name":"yes.txt"}}
see requests.item req_1 {"choices":[{"rank":1,"contact":"con_1","account":"acc_1"}]}
