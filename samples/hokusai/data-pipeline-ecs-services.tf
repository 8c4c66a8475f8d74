# The ECS service of the Hokusai API: security group, roles, logs, load
# balancing, task definition, service and scaling.

data "aws_caller_identity" "current" {}

resource "aws_ecr_repository" "api" {
  name                 = "${local.project}-api"
  image_tag_mutability = "MUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/ecs/${local.api_name}"
  retention_in_days = 30
}

# --- Network ---

resource "aws_security_group" "api" {
  name        = local.api_name
  description = "Hokusai API tasks"
  vpc_id      = var.vpc_id

  ingress {
    description = "From inside of the network"
    from_port   = var.api.port
    to_port     = var.api.port
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    description = "To the database, the stores and the Hub"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb_target_group" "api" {
  name                 = local.api_name
  port                 = var.api.port
  protocol             = "HTTP"
  vpc_id               = var.vpc_id
  target_type          = "ip"
  deregistration_delay = 30

  health_check {
    path                = "/health"
    matcher             = "200"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_service_discovery_service" "api" {
  name = "api"

  dns_config {
    namespace_id = aws_service_discovery_private_dns_namespace.main.id

    dns_records {
      ttl  = 10
      type = "A"
    }
  }

  health_check_custom_config {
    failure_threshold = 1
  }
}

# --- Roles ---

data "aws_iam_policy_document" "ecs_tasks" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "execution" {
  name               = "${local.api_name}-execution"
  assume_role_policy = data.aws_iam_policy_document.ecs_tasks.json
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role_policy" "read_secrets" {
  name = "read-secrets"
  role = aws_iam_role.execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue"]
      Resource = ["arn:aws:secretsmanager:${var.aws_region}:${data.aws_caller_identity.current.account_id}:secret:${local.project}/${var.environment}/*"]
    }]
  })
}

resource "aws_iam_role" "task" {
  name               = "${local.api_name}-task"
  assume_role_policy = data.aws_iam_policy_document.ecs_tasks.json
}

resource "aws_iam_role_policy" "artifacts" {
  name = "artifacts"
  role = aws_iam_role.task.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"]
      Resource = ["arn:aws:s3:::hokusai-artifacts-${var.environment}", "arn:aws:s3:::hokusai-artifacts-${var.environment}/*"]
    }]
  })
}

# --- Task definition ---

resource "aws_ecs_task_definition" "hokusai_api" {
  family                   = local.api_name
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = var.api.cpu
  memory                   = var.api.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([{
    name      = "hokusai-api"
    image     = "${aws_ecr_repository.api.repository_url}:${var.api.image_tag}"
    essential = true

    portMappings = [{
      name          = "http"
      containerPort = var.api.port
      hostPort      = var.api.port
      protocol      = "tcp"
    }]

    environment = [
      {
        name  = "ENVIRONMENT"
        value = var.environment
      },
      {
        name  = "LOG_LEVEL"
        value = var.log_level
      },
      {
        name  = "API_HOST"
        value = "0.0.0.0"
      },
      {
        name  = "API_PORT"
        value = tostring(var.api.port)
      },
      {
        name  = "API_WORKERS"
        value = tostring(var.api.workers)
      },
      {
        name  = "AWS_REGION"
        value = var.aws_region
      },
      {
        name  = "DATABASE_PORT"
        value = tostring(var.database_host_port)
      },
      {
        name  = "REDIS_HOST"
        value = var.redis_endpoint
      },
      {
        name  = "REDIS_PORT"
        value = "6379"
      },
      {
        name  = "REDIS_TLS_ENABLED"
        value = "true"
      },
      {
        name  = "MLFLOW_SERVER_URL"
        value = local.mlflow_url
      },
      {
        name  = "HOKUSAI_AUTH_SERVICE_URL"
        value = local.auth_url
      },
      {
        name  = "S3_BUCKET_NAME"
        value = "hokusai-artifacts-${var.environment}"
      },
      {
        name  = "EVENT_QUEUE_NAME"
        value = "hokusai:model_ready_queue"
      },
    ]

    secrets = [
      {
        name      = "DATABASE_HOST"
        valueFrom = "${aws_secretsmanager_secret.database.arn}:host::"
      },
      {
        name      = "DATABASE_NAME"
        valueFrom = "${aws_secretsmanager_secret.database.arn}:dbname::"
      },
      {
        name      = "DATABASE_USER"
        valueFrom = "${aws_secretsmanager_secret.database.arn}:username::"
      },
      {
        name      = "DATABASE_PASSWORD"
        valueFrom = "${aws_secretsmanager_secret.database.arn}:password::"
      },
      {
        name      = "REDIS_AUTH_TOKEN"
        valueFrom = aws_secretsmanager_secret.redis_auth_token.arn
      },
      {
        name      = "API_SECRET_KEY"
        valueFrom = aws_secretsmanager_secret.api_secret_key.arn
      },
      {
        name      = "HUGGINGFACE_API_KEY"
        valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hokusai/development/huggingface/api-key-lxvarZ"
      },
    ]

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.api.name
        awslogs-region        = var.aws_region
        awslogs-stream-prefix = "api"
      }
    }

    healthCheck = {
      command     = ["CMD-SHELL", "curl -f http://localhost:${var.api.port}/health || exit 1"]
      interval    = 30
      timeout     = 5
      retries     = 3
      startPeriod = 60
    }
  }])
}

# --- Service ---

resource "aws_ecs_service" "hokusai_api" {
  name            = local.api_name
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.hokusai_api.arn
  desired_count   = var.api.desired_count
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.api.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.api.arn
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
    container_name   = "hokusai-api"
    container_port   = var.api.port
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_appautoscaling_target" "api" {
  max_capacity       = 6
  min_capacity       = var.api.desired_count
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.hokusai_api.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

resource "aws_appautoscaling_policy" "api_cpu" {
  name               = "${local.api_name}-cpu"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.api.resource_id
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  service_namespace  = aws_appautoscaling_target.api.service_namespace

  target_tracking_scaling_policy_configuration {
    target_value = 70

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
