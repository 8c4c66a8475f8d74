resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    {
      Environment = [
        { Name = "UPPER", Value = "1" },
        { NAME = "SHOUTED", VALUE = "2" },
        { name = "twice", name = "LAST_WINS", value = "3" },
      ]
      Secrets = [
        { ValueFrom = "/app/one", Name = "FIRST_THE_VALUE" },
        { "valueFrom" = "/app/two", "name" = "QUOTED_KEYS" },
      ]
      Name = "api"
    },
  ])
}
