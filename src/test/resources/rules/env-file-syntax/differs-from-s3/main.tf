resource "aws_s3_bucket" "envs" {
  bucket = "envs-of-the-museum"
}

resource "aws_s3_object" "museum" {
  bucket = aws_s3_bucket.envs.id
  key    = "museum.env"
  source = "${path.module}/museum.env"
  etag   = filemd5("${path.module}/museum.env")
}

resource "aws_ecs_task_definition" "museum" {
  family = "museum"
  container_definitions = jsonencode([{
    name        = "museum"
    image       = "museum/museum:7"
    environment = [{ name = "HALL", value = "north" }]
    environmentFiles = [
      { type = "s3", value = "${aws_s3_bucket.envs.arn}/${aws_s3_object.museum.key}" }
    ]
  }])
}

resource "aws_ecs_service" "museum" {
  name            = "museum"
  cluster         = "city"
  task_definition = aws_ecs_task_definition.museum.arn
}
