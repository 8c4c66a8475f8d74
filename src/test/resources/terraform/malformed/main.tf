resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    {
      name = "api"
      environment = [
        { name = "VALUES_FOR_VALUE", values = "1" },
        { name = "", value = "blank" },
        { name = "  ", value = "blank" },
        { name = null, value = "null name" },
        { value = "no name" },
        { name = "NULL_VALUE", value = null },
        { name = "NUMBER", value = 8080 },
        { name = "GOOD", value = "1" },
        "NOT_AN_OBJECT",
        null,
      ]
      secrets = [
        { name = "SNAKE_CASE", value_from = "/app/x" },
        { name = "PLAIN_IN_SECRETS", value = "x" },
        { name = "FOUR_PARTS", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-AbCdEf:key" },
        { name = "STAGE_AS_ID", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-AbCdEf:::AWSCURRENT" },
        { name = "BUCKET", valueFrom = "arn:aws:s3:::bucket/key" },
      ]
    },
    { name = "map", environment = { A_MAP = "is no list" } },
  ])
}
