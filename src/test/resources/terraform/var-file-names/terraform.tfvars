from_tfvars = "FROM_TFVARS"
from_auto   = "LOSES"
