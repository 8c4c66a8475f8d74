# The mail relay keeps its template in a heredoc, because it is used once only.
locals {
  relay = <<-JSON
    [
      {
        "name": "relay",
        "image": "$${image}",
        "environment": [
          { "name": "RELAY_MODE", "value": "$${mode}" },
          %%{for host in hosts~}
          { "name": "RELAY_HOST_$${upper(host)}", "value": "$${host}.mail.internal" },
          %%{endfor~}
          { "name": "RELAY_LAST", "value": "" }
        ]
      }
    ]
  JSON
}

resource "aws_ecs_task_definition" "relay" {
  family = "mail-relay"
  container_definitions = templatestring(local.relay, {
    image = "relay:7"
    mode  = "strict"
    hosts = ["eu", "us"]
  })
}
