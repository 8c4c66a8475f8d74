resource "aws_ecs_task_definition" "vet" {
  family             = "vet"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs"
  container_definitions = jsonencode([{
    name        = "vet"
    image       = "vet/clinic:5.0"
    environment = [{ name = "clinicCity", value = "Graz" }]
    secrets     = [{ name = "LAB_TOKEN", valueFrom = aws_secretsmanager_secret.lab.arn }]
  }])
}

resource "aws_ecs_service" "vet" {
  name            = "vet"
  cluster         = "health"
  task_definition = aws_ecs_task_definition.vet.arn
}

resource "aws_secretsmanager_secret" "lab" {
  name = "LabToken"
}
