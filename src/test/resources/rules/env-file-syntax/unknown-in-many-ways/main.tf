variable "line" {}

variable "on" {}

module "envs" {
  source = "./modules/envs"
}

resource "aws_s3_object" "kept" {
  bucket  = "envs"
  key     = "kept.env"
  content = "LATE=1"
  lifecycle {
    ignore_changes = [content]
  }
}

resource "aws_s3_object" "one" {
  bucket  = "envs"
  key     = "twice.env"
  content = "LATE=1"
}

resource "aws_s3_bucket_object" "other" {
  bucket  = "envs"
  key     = "twice.env"
  content = "LATE=2"
}

resource "aws_s3_object" "perhaps" {
  count   = var.on ? 1 : 0
  bucket  = "envs"
  key     = "perhaps.env"
  content = "LATE=1"
}

resource "aws_s3_object" "lines" {
  bucket  = "envs"
  key     = "lines.env"
  content = "${var.line}\nHALL=north"
}

resource "aws_s3_object" "nowhere" {
  bucket = "envs"
  key    = "nowhere.env"
  source = "nowhere.env"
}

resource "aws_s3_object" "beside" {
  bucket  = "other"
  key     = "beside.env"
  content = "LATE=1"
}

resource "aws_ecs_task_definition" "museum" {
  family = "museum"
  container_definitions = jsonencode([{
    name  = "museum"
    image = "museum/museum:7"
    environmentFiles = [
      { type = "s3", value = "${module.envs.bucket}/hours.env" },
      { type = "s3", value = "arn:aws:s3:::envs/kept.env" },
      { type = "s3", value = aws_s3_object.kept.arn },
      { type = "s3", value = aws_s3_object.one.arn },
      { type = "s3", value = "arn:aws:s3:::envs/twice.env" },
      { type = "s3", value = aws_s3_object.perhaps[0].arn },
      { type = "s3", value = "arn:aws:s3:::${aws_s3_object.lines.bucket}/${aws_s3_object.lines.key}" },
      { type = "s3", value = aws_s3_object.nowhere.arn },
      { type = "s3", value = "arn:aws:s3:::envs/beside.env" },
    ]
  }])
}
