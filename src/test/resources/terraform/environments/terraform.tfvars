settings = { STALE = "1" }
