output "cluster_name" {
  value = aws_ecs_cluster.main.name
}

output "api_task_definition" {
  value = aws_ecs_task_definition.hokusai_api.arn
}
