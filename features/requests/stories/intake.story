# Nothing is logged before the program is set up (R1).
as per_rita requester
when requests.create {"purpose":"Win the deal"}
refused setup_approvals setup_disclosures setup_escalation setup_intake setup_retention setup_roles setup_rotation
