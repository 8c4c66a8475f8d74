output "cost" {
  value = {
    database = "~$${var.size == "small" ? 13 : 100} a month"
    cache    = "~$${lookup(var.prices, "cache")} a month"
  }
}

output "text" {
  value = ["$${written out}" "and more"]
}
