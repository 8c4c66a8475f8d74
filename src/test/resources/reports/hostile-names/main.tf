resource "aws_ecs_task_definition" "hostile" {
  family             = "hostile"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "web"
    image = "hostile/web:1"
    secrets = [
      { name = "\u001b[31mRED", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/0-AbCdEf" },
      { name = "::error::closed", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/1-AbCdEf" },
      { name = "a\nb", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/2-AbCdEf" },
      { name = "</script><script>alert(1)</script>", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/3-AbCdEf" },
      { name = "| a | b |", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/4-AbCdEf" },
      { name = "[link](https://example.com)", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/5-AbCdEf" },
      { name = "]]>", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/6-AbCdEf" },
      { name = "=cmd()", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/7-AbCdEf" },
      { name = "\u202Egnp.exe", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/8-AbCdEf" },
      { name = "a%0A::warning::b", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/9-AbCdEf" },
      { name = "##[add-mask]x", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/10-AbCdEf" },
      { name = "##vso[task.complete]", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/11-AbCdEf" },
      { name = "<!-- x", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/12-AbCdEf" },
      { name = "`code`", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/13-AbCdEf" },
      { name = "@everyone", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:hostile/14-AbCdEf" },
    ]
  }])
}

resource "aws_ecs_service" "hostile" {
  name            = "hostile"
  cluster         = "main"
  task_definition = aws_ecs_task_definition.hostile.arn
}
