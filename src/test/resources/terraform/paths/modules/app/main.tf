resource "aws_ecs_task_definition" "paths" {
  family = "paths"
  container_definitions = jsonencode([{
    name        = "paths"
    image       = "paths"
    environment = concat(jsondecode(file("${path.module}/own.json")), jsondecode(file("shared/common.json")), jsondecode(file("${path.root}/shared/common.json")), fileexists("${path.module}/missing.json") ? [{ name = "MISSING", value = "1" }] : [], [{ name = "BASE", value = basename(path.module) }, { name = "DIR", value = dirname("${path.module}/own.json") }])
  }])
}
