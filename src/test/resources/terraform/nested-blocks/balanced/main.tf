resource "aws_lb_listener_rule" "all" {
  dynamic "balancer" {
    for_each = { web = { ports = [80, 81] }, admin = { ports = [90] } }
    content {
      dynamic "port" {
        for_each = balancer.value.ports
        iterator = "p"
        content {
          number = p.value
          owner  = balancer.key
        }
      }
    }
  }
}

output "balancers" {
  value = aws_lb_listener_rule.all.balancer
}
