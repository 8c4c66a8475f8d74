resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([{
    name  = "orders"
    image = "canteen/orders:5"
    environment = [
      { name = "MENU", value = "lunch" },
      { name = "ALLERGENS", value = "on" }
    ]
  }])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "canteen"
  task_definition = aws_ecs_task_definition.orders.arn
}
