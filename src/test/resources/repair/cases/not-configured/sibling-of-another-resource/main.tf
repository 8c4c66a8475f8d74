resource "aws_s3_bucket" "pictures" {
  bucket = "trip-pictures"
}

locals {
  settings = {
    S3_BUCKET = aws_s3_bucket.pictures.id
  }
}

resource "aws_ecs_task_definition" "trip" {
  family = "trip"

  container_definitions = jsonencode([{
    name        = "trip"
    environment = [for name, value in local.settings : { name = name, value = value }]
  }])
}
