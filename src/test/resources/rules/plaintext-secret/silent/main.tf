resource "aws_ecs_task_definition" "parcels" {
  family             = "parcels"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "parcels"
    image = "depot/parcels:12"
    environment = [
      { name = "CARRIER_API_KEY_ARN", value = "arn:aws:secretsmanager:us-east-1:123456789012:secret:depot/carrier-Ab12Cd" },
      { name = "CARRIER_SECRET_NAME", value = "depot/carrier" },
      { name = "LABEL_PUBLIC_KEY", value = "MCowBQYDK2VwAyEA7Ix5" },
      { name = "SIGNING_KEY", value = "/etc/keys/signing.pem" },
      { name = "SESSION_TOKEN", value = "false" },
      { name = "DATABASE_HOST", value = "db.depot.internal" },
      { name = "DATABASE_URL", value = "postgres://db.depot.internal/parcels" },
      { name = "DATABASE_USER", value = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["username"] },
      { name = "MAP_TOKEN", value = "pk.map-token-of-the-public" },
    ]
    secrets = [
      { name = "CARRIER_API_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:depot/carrier-Ab12Cd" },
    ]
  }])
}

resource "aws_ecs_service" "parcels" {
  name            = "parcels"
  cluster         = "depot"
  task_definition = aws_ecs_task_definition.parcels.arn
}

data "aws_secretsmanager_secret_version" "db" {
  secret_id = "depot/db"
}
