variable "environment" {}

output "json" {
  value = jsonencode([{
    name        = "inner"
    environment = concat(var.environment, [{ name = "FROM_INNER", value = "1" }])
  }])
}
