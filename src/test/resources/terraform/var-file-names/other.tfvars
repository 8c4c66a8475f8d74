from_auto = "NEVER_READ"
