resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([{
    name        = "shop"
    image       = "seeds/shop:4"
    environment = [{ name = "SHOP_NAME", value = "Seeds" }]
  }])
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  cluster         = "seeds"
  task_definition = aws_ecs_task_definition.shop.arn
}
