resource "aws_ecs_task_definition" "museum" {
  family = "museum"
  container_definitions = jsonencode([{
    name  = "museum"
    image = "city/museum:6"
    environment      = [{ name = "OPENING_HOURS", value = "10-18" }]
    environmentFiles = [
      { type = "s3", value = "arn:aws:s3:::envs-of-the-museum/production.env" },
      { type = "s3", value = "arn:aws:s3:::envs-of-the-museum/${var.room}.env" },
      { type = "s3", value = var.other },
    ]
  }])
}

resource "aws_ecs_service" "museum" {
  name            = "museum"
  cluster         = "city"
  task_definition = aws_ecs_task_definition.museum.arn
}

variable "room" {
  type = string
}

variable "other" {
  type = string
}
