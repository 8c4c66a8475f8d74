variable "env" {
  type = string
}

resource "aws_secretsmanager_secret" "by_variable" {
  name = "app/${var.env}/token"
}

resource "aws_secretsmanager_secret" "by_prefix" {
  name_prefix = "session-"
}

# In the state it still has its old name: the files win.
resource "aws_secretsmanager_secret" "renamed" {
  name = "app/new"
}

# What the state has cannot be what the variable makes.
resource "aws_secretsmanager_secret" "moved" {
  name = "new/${var.env}"
}

resource "aws_secretsmanager_secret_version" "by_prefix" {
  secret_id     = aws_secretsmanager_secret.by_prefix.id
  secret_string = "hunter2-in-the-files"
}

resource "aws_secretsmanager_secret" "each" {
  for_each    = toset(["a", "b"])
  name_prefix = each.key
}

resource "aws_db_instance" "main" {
  identifier                  = "main"
  manage_master_user_password = true
}

resource "aws_ssm_parameter" "level" {
  name  = "/app/${var.env}/level"
  value = "info"
}

data "terraform_remote_state" "shared" {
  backend = "s3"
}

data "aws_secretsmanager_secret" "not_in_the_state" {
  name = "app/${var.env}/other"
}

resource "aws_ecs_cluster" "main" {
  name = "cluster-${var.env}"
}

module "service" {
  source   = "./service"
  for_each = toset(["web"])

  cluster = aws_ecs_cluster.main.arn
}

resource "aws_ecs_task_definition" "app" {
  family = "app-${var.env}"
  container_definitions = jsonencode([{
    name = "app"
    environment = [
      { name = "PASSWORD", value = data.terraform_remote_state.shared.outputs.password },
      { name = "TOPIC", value = data.terraform_remote_state.shared.outputs.topic_arn },
    ]
    secrets = [
      { name = "BY_VARIABLE", valueFrom = "${aws_secretsmanager_secret.by_variable.arn}:key::" },
      { name = "BY_PREFIX", valueFrom = aws_secretsmanager_secret.by_prefix.arn },
      { name = "BY_VERSION", valueFrom = aws_secretsmanager_secret_version.by_prefix.arn },
      { name = "RENAMED", valueFrom = aws_secretsmanager_secret.renamed.arn },
      { name = "MOVED", valueFrom = aws_secretsmanager_secret.moved.arn },
      { name = "EACH", valueFrom = aws_secretsmanager_secret.each["b"].arn },
      { name = "DB", valueFrom = "${aws_db_instance.main.master_user_secret[0].secret_arn}:password::" },
      { name = "LEVEL", valueFrom = aws_ssm_parameter.level.name },
      { name = "SHARED", valueFrom = data.terraform_remote_state.shared.outputs.secret_arn },
      { name = "SHARED_MAP", valueFrom = data.terraform_remote_state.shared.outputs.secrets["mail"] },
      { name = "OTHER", valueFrom = data.aws_secretsmanager_secret.not_in_the_state.arn },
    ]
  }])
}
