variable "name" {
  description = "What the parameter is called."
  type        = string
}

variable "role" {
  description = "The name of the execution role that may read it."
  type        = string
}

variable "value" {
  description = "The value, which is kept in the state."
  type        = string
  sensitive   = true
}

resource "aws_ssm_parameter" "this" {
  name  = var.name
  type  = "SecureString"
  value = var.value
}

resource "aws_iam_role_policy" "read" {
  role = var.role
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameters"
      Resource = aws_ssm_parameter.this.arn
    }]
  })
}

output "arn" {
  value = aws_ssm_parameter.this.arn
}
