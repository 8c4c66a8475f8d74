variable "stage" {}

resource "aws_s3_bucket" "config" {
  bucket = "config"
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name = "api"
    environmentFiles = [
      { value = "arn:aws:s3:::config/common.env", type = "s3" },
      { value = "${aws_s3_bucket.config.arn}/${var.stage}.env", type = "s3" },
    ]
  }])
}
