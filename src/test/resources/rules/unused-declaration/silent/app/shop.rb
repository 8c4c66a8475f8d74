puts ENV.fetch("SHOP_NAME")
puts setting("SORT_ORDER")
puts ENV["FEATURE_#{name}"]
