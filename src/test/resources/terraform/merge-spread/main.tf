locals {
  layers = [
    { TZ = "UTC", LANG = "C" },
    { LANG = "de_DE" },
    { for name in ["A", "B"] : "LAYER_${name}" => "1" },
  ]
  groups = {
    http = { HTTP_PORT = 80, HTTP_HOST = "0.0.0.0" }
    grpc = { GRPC_PORT = 90 }
  }
}

resource "aws_ecs_task_definition" "layers" {
  family = "layers"
  container_definitions = jsonencode([{
    name  = "layers"
    image = "layers"
    environment = [
      for name, value in merge(concat(local.layers, values(local.groups), [{ LAST = "1" }])...) :
      { name = name, value = tostring(value) }
    ]
  }])
}
