resource "aws_secretsmanager_secret" "hf" {
  name = "app/hf"
}

resource "aws_secretsmanager_secret_version" "hf" {
  secret_id     = aws_secretsmanager_secret.hf.id
  secret_string = "unknown"
}

resource "aws_secretsmanager_secret" "prefixed" {
  name_prefix = "app/"
}

resource "aws_secretsmanager_secret" "many" {
  for_each = toset(["db", "cache"])
  name     = "app/${each.key}"
}

resource "aws_secretsmanager_secret" "counted" {
  count = 2
  name  = "app/counted-${count.index}"
}

data "aws_secretsmanager_secret" "by_name" {
  name = "app/by-name"
}

data "aws_secretsmanager_secret" "by_arn" {
  arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/by-arn-AbCdEf"
}

data "aws_secretsmanager_secret_version" "by_name" {
  secret_id = data.aws_secretsmanager_secret.by_name.id
}

data "aws_secretsmanager_secret_version" "named" {
  secret_id = "app/named"
}

resource "aws_ssm_parameter" "key" {
  name  = "/app/key"
  type  = "SecureString"
  value = "unknown"
}

data "aws_ssm_parameter" "looked_up" {
  name = "/app/looked-up"
}

resource "aws_db_instance" "main" {
  identifier                  = "main"
  instance_class              = "db.t4g.micro"
  engine                      = "postgres"
  username                    = "root"
  allocated_storage           = 20
  skip_final_snapshot         = true
  manage_master_user_password = true
}

locals {
  hf_arn = aws_secretsmanager_secret.hf.arn
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name = "api"
    secrets = [
      { name = "ARN", valueFrom = aws_secretsmanager_secret.hf.arn },
      { name = "ID", valueFrom = aws_secretsmanager_secret.hf.id },
      { name = "WITH_KEY", valueFrom = "${aws_secretsmanager_secret.hf.arn}:token::" },
      { name = "WITH_STAGE", valueFrom = "${aws_secretsmanager_secret.hf.arn}::AWSPREVIOUS:" },
      { name = "BAD_SUFFIX", valueFrom = "${aws_secretsmanager_secret.hf.arn}:token" },
      { name = "THROUGH_LOCAL", valueFrom = "${local.hf_arn}:token::" },
      { name = "VERSION", valueFrom = aws_secretsmanager_secret_version.hf.arn },
      { name = "PREFIXED", valueFrom = aws_secretsmanager_secret.prefixed.arn },
      { name = "FOR_EACH", valueFrom = aws_secretsmanager_secret.many["db"].arn },
      { name = "COUNTED", valueFrom = "${aws_secretsmanager_secret.counted[1].arn}:k::" },
      { name = "DATA_NAME", valueFrom = data.aws_secretsmanager_secret.by_name.arn },
      { name = "DATA_ARN", valueFrom = data.aws_secretsmanager_secret.by_arn.arn },
      { name = "DATA_ARN_ID", valueFrom = data.aws_secretsmanager_secret.by_arn.id },
      { name = "DATA_VERSION", valueFrom = "${data.aws_secretsmanager_secret_version.by_name.arn}:k::" },
      { name = "DATA_VERSION_NAMED", valueFrom = data.aws_secretsmanager_secret_version.named.arn },
      { name = "SSM_ARN", valueFrom = aws_ssm_parameter.key.arn },
      { name = "SSM_NAME", valueFrom = aws_ssm_parameter.key.name },
      { name = "SSM_DATA", valueFrom = data.aws_ssm_parameter.looked_up.arn },
      { name = "SSM_BARE", valueFrom = "/app/bare" },
      { name = "SSM_FULL", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/app/full" },
      { name = "FULL", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/full-AbCdEf:k::" },
      { name = "RDS", valueFrom = "${aws_db_instance.main.master_user_secret[0].secret_arn}:password::" },
    ]
  }])
}

resource "aws_ecs_task_definition" "loop" {
  family = "loop"
  container_definitions = jsonencode([{
    name    = "loop"
    secrets = [for key, secret in aws_secretsmanager_secret.many : { name = upper(key), valueFrom = secret.arn }]
  }])
}
