# The CRM keeps the fields that it filled (R2).
as per_mia marketing_operations
when imports.create {"kind":"accounts","csv":"Account Name,Industry\nGlobex,retail\n"}
then import.previewed {"mapping":{"Account Name":"name","Industry":"industry"},"counts":{"rows":1,"created":1}}
when imports.apply $id {}
then account.imported {"facts":{"name":"Globex","industry":"retail"}}
then import.applied {"counts":{"created":1,"skipped":0}}

# A field that an import filled is not revised by hand, another one is (R2).
as per_ana account_owner
given account.imported {"id":"acc_1","import":"imp_1","facts":{"name":"Globex","industry":"retail"},"derived":[]}
when accounts.revise acc_1 {"industry":"energy"}
refused owned_by_crm
when accounts.revise acc_1 {"tier":"gold"}
then account.revised {"id":"acc_1","facts":{"tier":"gold"}}
see accounts.item acc_1 {"tier":"gold","industry":"retail","source":"crm"}
