# OLD_SALE ended in May
puts ENV.fetch("SHOP_NAME")
