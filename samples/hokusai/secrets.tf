# The secrets are made here; their values are put in by hand.

resource "aws_secretsmanager_secret" "database" {
  name        = "${local.project}/${var.environment}/database"
  description = "Connection of the API to its database: host, dbname, username, password."
}

resource "aws_secretsmanager_secret" "redis_auth_token" {
  name        = "${local.project}/${var.environment}/redis/auth-token"
  description = "Password of the Redis cluster."
}

resource "aws_secretsmanager_secret" "api_secret_key" {
  name        = "${local.project}/${var.environment}/api/secret-key"
  description = "Signs the session cookies of the API."
}
