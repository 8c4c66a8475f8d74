variable "bucket" {}

resource "aws_secretsmanager_secret" "signing" {
  name = "${var.bucket}/signing-key"
}

output "settings" {
  value = {
    environment = [{ name = "BUCKET", value = var.bucket }]
  }
}

output "secrets" {
  value = [{ name = "SIGNING_KEY", valueFrom = "${aws_secretsmanager_secret.signing.arn}:private::" }]
}
