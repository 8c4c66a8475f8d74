resource "aws_ecs_task_definition" "ledger" {
  family = "bakery-ledger"
  container_definitions = jsonencode([{
    name  = "ledger"
    image = "bakery/ledger:4"
    environment = [
      { name = "CURRENCY", value = "EUR" },
      { name = "VAT_RATE", value = "7" }
    ]
  }])
}

resource "aws_ecs_task_definition" "shop" {
  family = "bakery-shop"
  container_definitions = jsonencode([{
    name        = "shop"
    image       = "bakery/shop:4"
    environment = [{ name = "CURRENCY", value = "EUR" }]
  }])
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  cluster         = "bakery"
  task_definition = aws_ecs_task_definition.shop.arn
}
