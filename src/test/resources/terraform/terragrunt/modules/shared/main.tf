output "environment" {
  value = [{ name = "SHARED", value = "1" }]
}
