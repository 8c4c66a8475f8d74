module "a" {
  source   = "./m"
  for_each = toset(["x"])
  in       = module.b["y"].fixed
}

module "b" {
  source   = "./m"
  for_each = toset(["y"])
  in       = module.a["x"].fixed
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name        = "api"
    environment = [{ name = "PASSED", value = module.a["x"].passed }, { name = module.b["y"].fixed, value = "1" }]
  }])
}
