variable "region" {
  default = "eu-west-1"
}

variable "newsletter_key_arn" {
  description = "Where the newsletter is sent from here"
  default     = ""
}

variable "comments_key_arn" {
  default = null
}

locals {
  newsletter = var.newsletter_key_arn == "" ? [] : [{ name = "NEWSLETTER_API_KEY", valueFrom = var.newsletter_key_arn }]
  comments   = var.comments_key_arn != null ? [{ name = "COMMENTS_API_KEY", valueFrom = var.comments_key_arn }] : []
}

resource "aws_ecs_task_definition" "blog" {
  family = "blog"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog/blog:107"
    environment = [{ name = "SITE_TITLE", value = "Notes from the north" }]
    secrets     = concat(local.newsletter, local.comments)
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
