variable "stage" {}

resource "aws_secretsmanager_secret" "this" {
  name = "${var.stage}/keys"
}

output "arn" {
  value = aws_secretsmanager_secret.this.arn
}
