by_default = "not read by itself"
