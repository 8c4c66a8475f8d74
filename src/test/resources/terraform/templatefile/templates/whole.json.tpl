${jsonencode([
  {
    name        = "whole"
    environment = concat(environment, [{ name = "IN_TEMPLATE", value = "1" }])
  }
])}
