from_auto = "FROM_AUTO"
