locals {
  who = "indents"
  environment = <<-LIST
      [
        { "name": "FROM_LIST", "value": "1" }
      ]
    LIST
}

resource "aws_ecs_task_definition" "indents" {
  family                = "indents"
  container_definitions = <<-EOT
	[
	  {
	    "name": "${local.who}",
	    "image": "indents",
	    "environment": ${trimspace(local.environment)}
	  },
	  {
	    "name": "flush",
	    "image": "flush",
	    "environment": [
	      { "name": "TABBED", "value": "<<NOT_A_HEREDOC" }
	    ]
	  }
	]
  EOT
}
