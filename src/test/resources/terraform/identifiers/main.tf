# The ARN or id of something is never empty, so a condition on it is no condition.
resource "aws_secretsmanager_secret" "db" {
  name = "app/db"
}

data "aws_secretsmanager_secret" "shared" {
  name = "shared/token"
}

module "api" {
  source = "./service"

  db_secret_arn    = aws_secretsmanager_secret.db.arn
  token_secret_arn = data.aws_secretsmanager_secret.shared.arn
}

module "bare" {
  source = "./service"
}

# Neither is a text of which some is known.
module "cached" {
  source = "./service"

  token_secret_arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/${aws_secretsmanager_secret.db.version}"
  db_secret_arn    = "${aws_secretsmanager_secret.db.policy}-suffix"
}

# What others made may be empty, whatever it is called.
data "terraform_remote_state" "cache" {
  backend = "s3"
}

module "remote" {
  source = "./service"

  token_secret_arn = data.terraform_remote_state.cache.outputs.arn
}
