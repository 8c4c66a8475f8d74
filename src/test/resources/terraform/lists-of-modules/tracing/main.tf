locals {
  environment = [
    { name = "OTEL_SERVICE_NAME", value = "api" },
    { name = "OTEL_EXPORTER", value = "otlp" },
  ]
}

output "environment" {
  value = local.environment
}
