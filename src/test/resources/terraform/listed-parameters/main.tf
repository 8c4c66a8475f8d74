data "aws_ssm_parameters_by_path" "app" {
  path      = "/listed/app"
  recursive = true
}

data "vault_generic_secret" "app" {
  path = "secret/app"
}

resource "aws_ecs_task_definition" "listed" {
  family = "listed"
  container_definitions = jsonencode([{
    name        = "listed"
    image       = "listed"
    environment = [for name, value in data.vault_generic_secret.app.data : { name = name, value = value }]
    secrets = concat(
      [{ name = "FIRST", valueFrom = "/listed/first" }],
      [for i, name in data.aws_ssm_parameters_by_path.app.names : { name = basename(name), valueFrom = data.aws_ssm_parameters_by_path.app.arns[i] }],
    )
  }])
}
