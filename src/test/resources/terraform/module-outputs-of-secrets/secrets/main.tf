variable "prefix" { type = string }
variable "names" { type = set(string) }

resource "aws_secretsmanager_secret" "this" {
  for_each = var.names
  name     = "${var.prefix}/${each.value}"
}

resource "aws_secretsmanager_secret" "master" {
  count = 1
  name  = "${var.prefix}/master"
}

output "arns" { value = { for key, secret in aws_secretsmanager_secret.this : key => secret.arn } }
output "master_arn" { value = one(aws_secretsmanager_secret.master[*].arn) }
