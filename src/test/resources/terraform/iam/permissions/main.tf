variable "role" {
  type = string
}

resource "aws_iam_role_policy" "queue" {
  role = var.role
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sqs:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = true } } }]
  })
}
