resource "aws_cognito_user_pool" "users" {
  name = "shop"

  admin_create_user_config {
    allow_admin_create_user_only = true
    invite_message_template {
      email_subject = "Welcome"
    }
  }

  schema {
    name = "tenant"
  }

  schema {
    name = "plan"
  }
}

locals {
  settings = { LEVEL = "info", ZONE = "a" }
}

variable "extra" {
  type = map(string)
}

variable "debug" {
  type = bool
}

resource "aws_elastic_beanstalk_environment" "web" {
  name = "web"

  setting {
    name  = "STATIC"
    value = "1"
  }

  dynamic "setting" {
    for_each = local.settings
    content {
      name  = setting.key
      value = setting.value
    }
  }

  dynamic "setting" {
    for_each = ["first", "second"]
    iterator = each_word
    content {
      name  = "WORD_${each_word.key}"
      value = each_word.value
    }
  }

  dynamic "setting" {
    for_each = var.debug ? ["on"] : []
    content {
      name  = "DEBUG"
      value = setting.value
    }
  }
}

resource "aws_elastic_beanstalk_environment" "open" {
  name = "open"

  setting {
    name  = "KNOWN"
    value = "1"
  }

  dynamic "setting" {
    for_each = var.extra
    content {
      name  = setting.key
      value = setting.value
    }
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.web.arn
}

resource "aws_rds_cluster" "db" {
  cluster_identifier          = "shop"
  manage_master_user_password = true

  scaling_configuration {
    min_capacity = 2
  }
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name = "web"
      environment = concat(
        [for each in aws_elastic_beanstalk_environment.web.setting : { name = each.name, value = each.value }],
        [
          { name = "SUBJECT", value = aws_cognito_user_pool.users.admin_create_user_config[0].invite_message_template[0].email_subject },
          { name = "LEGACY", value = aws_cognito_user_pool.users.schema.1.name },
          { name = "ALL", value = join(",", aws_cognito_user_pool.users.schema[*].name) },
          { name = "COUNT", value = tostring(length(aws_cognito_user_pool.users.schema)) },
          { name = "CAPACITY", value = tostring(aws_rds_cluster.db.scaling_configuration[0].min_capacity) },
          { name = "LEFT_TO_PROVIDER", value = aws_rds_cluster.db.scaling_configuration[0].max_capacity },
          { name = "PORTS", value = jsonencode([for lb in local.balancers : [for port in lb.port : "${port.owner}:${port.number}"]]) },
        ],
        [for each in aws_elastic_beanstalk_environment.open.setting : { name = each.name, value = each.value }],
      )
      secrets = [
        { name = "PASSWORD", valueFrom = aws_rds_cluster.db.master_user_secret[0].secret_arn },
        { name = "KEYED", valueFrom = "${aws_rds_cluster.db.master_user_secret[0].secret_arn}:password::" },
      ]
    },
  ])
}

locals {
  balancers = module.balanced.balancers
}

module "balanced" {
  source = "./balanced"
}
