resource "aws_secretsmanager_secret" "cache" {
  name = "photos/cache-url"
}

resource "aws_ecs_task_definition" "album" {
  family             = "album"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([
    {
      name    = "album"
      image   = "photos/album:5"
      secrets = [{ name = "CACHE_URL", valueFrom = aws_secretsmanager_secret.cache.arn }]
    },
    {
      name        = "thumbnails"
      image       = "photos/thumbnails:5"
      environment = [{ name = "CACHE_URL", value = "redis://localhost:6379" }]
    },
  ])
}

resource "aws_ecs_service" "album" {
  name            = "album"
  cluster         = "photos"
  task_definition = aws_ecs_task_definition.album.arn
}
