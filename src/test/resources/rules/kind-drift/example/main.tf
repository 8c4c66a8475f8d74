resource "aws_secretsmanager_secret" "guest" {
  name = "photos/guest-password"
}

resource "aws_ecs_task_definition" "album" {
  family             = "album"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "album"
    image       = "photos/album:5"
    environment = [{ name = "ALBUM_TITLE", value = "Holidays" }]
    secrets     = [{ name = "GUEST_PASSWORD", valueFrom = aws_secretsmanager_secret.guest.arn }]
  }])
}

resource "aws_ecs_service" "album" {
  name            = "album"
  cluster         = "photos"
  task_definition = aws_ecs_task_definition.album.arn
}
