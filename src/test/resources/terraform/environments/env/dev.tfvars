environment  = "dev"
settings     = { DEV_LOGIN = "on" }
secret_names = []
