variable "directory" {}

resource "aws_s3_object" "museum" {
  bucket = "envs-of-the-museum"
  key    = "museum.env"
  source = "${var.directory}/museum.env"
}

resource "aws_ecs_task_definition" "museum" {
  family = "museum"
  container_definitions = jsonencode([{
    name             = "museum"
    image            = "museum/museum:7"
    environment      = [{ name = "HALL", value = "north" }]
    environmentFiles = [{ type = "s3", value = aws_s3_object.museum.arn }]
  }])
}

resource "aws_ecs_service" "museum" {
  name            = "museum"
  cluster         = "city"
  task_definition = aws_ecs_task_definition.museum.arn
}
