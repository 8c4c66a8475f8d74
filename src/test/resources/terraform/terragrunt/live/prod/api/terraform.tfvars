from_tfvars = "tfvars of the unit"
