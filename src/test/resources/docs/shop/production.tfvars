env   = "production"
level = "planted-level-of-production"
