locals {
  text  = file("${path.root}/prod.env")
  pairs = { for match in regexall("(?m)^\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*$", local.text) : match[0] => match[1] }
  lines = { for line in split("\n", local.text) : split("=", line)[0] => join("=", slice(split("=", line), 1, length(split("=", line)))) if length(regexall("^[A-Z].*=", line)) > 0 }
}

resource "aws_ecs_task_definition" "dotenv" {
  family = "dotenv"
  container_definitions = jsonencode([
    { name = "matched", image = "m", environment = [for name, value in local.pairs : { name = name, value = value }] },
    { name = "split", image = "s", environment = [for name, value in local.lines : { name = name, value = value }] },
  ])
}
