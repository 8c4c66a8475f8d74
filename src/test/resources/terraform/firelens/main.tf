resource "aws_s3_bucket" "settings" {
  bucket = "atlas-settings"
}

resource "aws_ssm_parameter" "datadog" {
  name  = "/atlas/datadog"
  type  = "SecureString"
  value = "x"
}

resource "aws_ecs_task_definition" "logged" {
  family                   = "logged"
  requires_compatibilities = ["FARGATE", "EC2"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = "arn:aws:iam::123456789012:role/logged"

  container_definitions = jsonencode([
    {
      name         = "app"
      image        = "app"
      essential    = true
      dependsOn    = [{ containerName = "router", condition = "START" }]
      portMappings = [{ name = "http", containerPort = 80, protocol = "tcp" }]
      ulimits      = [{ name = "nofile", softLimit = 1024, hardLimit = 4096 }]
      mountPoints  = [{ sourceVolume = "data", containerPath = "/data" }]
      environment  = [{ name = "APP_LOG", value = "json" }]
      environmentFiles = [
        { value = "arn:aws:s3:::atlas-settings/app.env", type = "s3" },
        { value = "${aws_s3_bucket.settings.arn}/common.env", type = "s3" },
      ]
      logConfiguration = {
        logDriver     = "awsfirelens"
        options       = { Name = "datadog", env = "APP_NOT_A_NAME" }
        secretOptions = [{ name = "apikey", valueFrom = aws_ssm_parameter.datadog.arn }]
      }
    },
    {
      name                  = "router"
      image                 = "fluent-bit"
      firelensConfiguration = { type = "fluentbit", options = { enable-ecs-log-metadata = "true" } }
      environment           = [{ name = "ROUTER_BUFFER", value = "" }]
    },
  ])

  volume {
    name = "data"
  }
}
