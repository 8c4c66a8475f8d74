resource "aws_ecs_task_definition" "api" {
  family             = "api"
  execution_role_arn = aws_iam_role.execution.arn

  volume {
    name = "NOT_A_VARIABLE"
  }

  container_definitions = jsonencode([
    {
      name  = "api"
      image = "${aws_ecr_repository.api.repository_url}:latest"

      portMappings = [{ name = "http", containerPort = 8080 }]
      ulimits      = [{ name = "nofile", softLimit = 1024, hardLimit = 1024 }]

      environment = [
        { name = "LOG_LEVEL", value = "info" },
        { name : "PORT", value : "8080" }, { "name" = "HOST", "value" = "0.0.0.0" },
        # { name = "COMMENTED_OUT", value = "1" },
        /* { name = "COMMENTED_OUT_TOO", value = "1" }, */
        {
          name  = "BUCKET"
          value = aws_s3_bucket.data.bucket
        },
        { name = "EMPTY_ON_PURPOSE", value = "" },
      ]

      secrets = [
        {
          name      = "DATABASE_PASSWORD"
          valueFrom = "${aws_secretsmanager_secret.database.arn}:password::"
        },
      ]
    },
  ])
}

resource "aws_iam_role" "execution" {
  name               = "execution"
  assume_role_policy = "{}"
}

resource "aws_ecr_repository" "api" {
  name = "api"
}

resource "aws_s3_bucket" "data" {
  bucket_prefix = "data"
}

resource "aws_secretsmanager_secret" "database" {
  name = "app/database"
}
