module "five" {
  source  = "terraform-aws-modules/ecs/aws//modules/container-definition"
  version = "5.12.1"

  name              = "five"
  image             = "x"
  environment       = [{ name = "A", value = "1" }]
  environment_files = [{ value = "arn:aws:s3:::config/five.env", type = "s3" }]
  secrets           = [{ name = "S", valueFrom = "/s" }]
}

module "six" {
  source  = "terraform-aws-modules/ecs/aws//modules/container-definition"
  version = "6.6.0"

  name             = "six"
  image            = "x"
  environment      = [{ name = "A", value = 1 }]
  environmentFiles = [{ value = "arn:aws:s3:::config/six.env", type = "s3" }]
  secrets          = [{ name = "S", valueFrom = "/s" }]
}

module "seven" {
  source  = "terraform-aws-modules/ecs/aws//modules/container-definition"
  version = "7.5.0"

  name  = "seven"
  image = "x"
}

module "json" {
  source  = "terraform-aws-modules/ecs/aws//modules/container-definition"
  version = "7.5.0"

  name        = "json"
  image       = "x"
  environment = [{ name = "J", value = "1" }]
}

resource "aws_ecs_task_definition" "all" {
  family                = "all"
  container_definitions = jsonencode([module.five.container_definition, module.six.container_definition, module.seven.container_definition])
}

resource "aws_ecs_task_definition" "json" {
  family                = "json"
  container_definitions = "[${module.json.container_definition_json}]"
}
