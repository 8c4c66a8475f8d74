variable "in" {}

output "passed" {
  value = var.in
}

output "fixed" {
  value = "FIXED"
}
