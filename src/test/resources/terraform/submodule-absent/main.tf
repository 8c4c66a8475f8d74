# vendor/platform is a git submodule that nobody checked out here.
module "platform" {
  source = "./vendor/platform"

  name        = "web"
  environment = { WEB_TITLE = "Hello" }
  secrets     = { WEB_KEY = "/web/key" }
}

resource "aws_ecs_task_definition" "own" {
  family                = "own"
  container_definitions = jsonencode([{ name = "own", image = "own", environment = concat([{ name = "OWN", value = "1" }], module.platform.environment) }])
}
