variable "db_password" {
  type      = string
  sensitive = true
}

variable "api_key" {
  type      = string
  sensitive = true
}

module "task" {
  source      = "./task"
  db_password = var.db_password
  api_key     = var.api_key
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = module.task.arn
}
