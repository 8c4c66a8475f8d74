variable "name" {
  description = "What the secret is called."
  type        = string
}

variable "role" {
  description = "The name of the execution role that may read it."
  type        = string
}

resource "aws_secretsmanager_secret" "this" {
  name = var.name
}

resource "aws_iam_role_policy" "read" {
  role = var.role
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = aws_secretsmanager_secret.this.arn
    }]
  })
}

output "arn" {
  value = aws_secretsmanager_secret.this.arn
}
