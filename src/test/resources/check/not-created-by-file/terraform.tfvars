mail = false
