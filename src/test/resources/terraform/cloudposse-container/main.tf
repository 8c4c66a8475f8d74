module "label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace = "eg"
  stage     = "prod"
  name      = "app"
}

module "container" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.61.1"

  container_name  = module.label.id
  container_image = "app:1"
  map_environment = { APP_COLOR = "blue" }
  map_secrets     = { APP_KEY = "/app/key" }
}

module "sidecar" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.61.1"

  container_name  = "sidecar"
  container_image = "sidecar:1"
  environment     = [{ name = "SIDECAR_PORT", value = "9000" }]
  secrets         = [{ name = "SIDECAR_KEY", valueFrom = "/sidecar/key" }]
  environment_files = [{ value = "arn:aws:s3:::eg/app.env", type = "s3" }]
}

resource "aws_ecs_task_definition" "object" {
  family                = module.label.id
  container_definitions = "[${module.container.json_map_encoded},${module.sidecar.json_map_encoded}]"
}

resource "aws_ecs_task_definition" "list" {
  family                = "list"
  container_definitions = module.container.json_map_encoded_list
}

resource "aws_ecs_task_definition" "objects" {
  family                = "objects"
  container_definitions = jsonencode([module.container.json_map_object, module.sidecar.json_map_object])
}
