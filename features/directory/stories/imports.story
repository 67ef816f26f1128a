# A mistyped product is reported with its repair, and imported once the repair is chosen (R9, R11).
as per_mia marketing_operations
given product.added {"id":"prd_1","facts":{"name":"GTX Pro","series":"GTX","price":4821}}
when imports.create {"kind":"deals","csv":"opportunity_id,product,deal_stage\nA1,GTXPro,Won\n"}
then import.previewed {"counts":{"rows":1,"created":0,"skipped":1}}
when imports.apply $id {"repairs":{"product:GTXPro":"GTX Pro"}}
then deal.imported {"facts":{"external_id":"A1","product":"GTX Pro","outcome":"won"}}
then import.applied {"repairs":{"product:GTXPro":"GTX Pro"},"counts":{"created":1}}
when imports.apply $id {}
nothing

# What an import brought is taken back as a whole (R14).
as per_mia marketing_operations
when imports.create {"kind":"products","csv":"product,series,sales_price\nMG Special,MG,55\n"}
then import.previewed {"kind":"products"}
when imports.apply $id {}
then product.imported {"facts":{"name":"MG Special","price":55}}
then import.applied {"counts":{"created":1}}
when imports.undo $id {}
then product.import_retracted {}
then import.undone {"kept":0}

# A file with quotation marks out of place is refused (R15).
as per_mia marketing_operations
when imports.create {"kind":"products","csv":"product\nMG \"Special\n"}
refused broken_quotes
