variable "regions" {
  default = ["eu", "us"]
}

variable "legacy" {
  default = false
}

resource "aws_ecs_task_definition" "crawler" {
  count  = length(var.regions)
  family = "crawler-${element(var.regions, count.index)}"
  container_definitions = jsonencode([{
    name  = "crawler"
    image = "crawler:1"
    environment = [
      { name = "CRAWL_REGION", value = var.regions[count.index] },
      { name = "CRAWL_INDEX", value = tostring(count.index) },
      { name = format("CRAWL_%s_ONLY", upper(var.regions[count.index])), value = "1" },
    ]
  }])
}

resource "aws_ecs_task_definition" "legacy" {
  count                 = var.legacy ? 1 : 0
  family                = "legacy"
  container_definitions = jsonencode([{ name = "legacy", image = "l", environment = [{ name = "LEGACY", value = "1" }] }])
}

resource "aws_ecs_service" "crawler" {
  count           = length(var.regions)
  name            = "crawler-${var.regions[count.index]}"
  cluster         = "crawlers"
  task_definition = aws_ecs_task_definition.crawler[count.index].arn
}
