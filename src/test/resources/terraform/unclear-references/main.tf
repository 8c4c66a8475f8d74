# References that lead to a secret and not to its name.
resource "aws_secretsmanager_secret" "app" {
  name = "shop/app"
}

resource "aws_secretsmanager_secret" "random" {
  name_prefix = "shop/random-"
}

resource "aws_secretsmanager_secret" "unnamed" {}

variable "secret_arn" {}

resource "aws_ecs_task_definition" "shop" {
  family             = "shop"
  execution_role_arn = "arn:aws:iam::123456789012:role/shop"
  container_definitions = jsonencode([{
    name  = "shop"
    image = "shop"
    secrets = [
      { name = "PREFIXED", valueFrom = aws_secretsmanager_secret.random.arn },
      { name = "UNNAMED", valueFrom = aws_secretsmanager_secret.unnamed.arn },
      { name = "REPLACED", valueFrom = replace(aws_secretsmanager_secret.app.arn, "/-[^-]+$/", "") },
      { name = "WILD", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/app-??????" },
      { name = "GIVEN", valueFrom = "${var.secret_arn}:key::" },
      { name = "SPLIT", valueFrom = "${element(split(":", aws_secretsmanager_secret.app.arn), 6)}" },
      { name = "ENDING", valueFrom = "${aws_secretsmanager_secret.app.arn}/suffix" },
    ]
  }])
}
