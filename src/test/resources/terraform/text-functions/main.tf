# One name through each function of text that teams use on the way.
locals {
  prefix = trimsuffix("shop-", "-")
  listed = split(",", "cart,checkout , refunds")
  names  = compact([for part in local.listed : upper(trimspace(part))])
  lines  = chomp("one\n")
  key    = replace(lower("Shop.Api"), ".", "_")
  short  = substr("stage-long", 0, 5)
  parsed = regex("^(?P<host>[a-z.]+):(?P<port>[0-9]+)$", "db.shop.internal:5432")
  all    = flatten(regexall("([A-Z]+)", "ONE two THREE"))
}

resource "aws_ecs_task_definition" "text" {
  family = "text"
  container_definitions = jsonencode([{
    name  = "text"
    image = "text:1"
    environment = concat(
      [for name in local.names : { name = "FEATURE_${name}", value = "on" }],
      [for name in local.all : { name = name, value = title(lower(name)) }],
      [
        { name = upper("${local.prefix}_${local.lines}"), value = local.key },
        { name = "DB_HOST", value = local.parsed.host },
        { name = "DB_PORT", value = local.parsed["port"] },
        { name = format("%s_%02d", "SLOT", 7), value = local.short },
        { name = join("_", ["A", "B", "C"]), value = join(",", formatlist("%s=%d", ["x", "y"], [1, 2])) },
        { name = "BASIC", value = base64encode("user:name") },
        { name = "ROUNDED", value = tostring(floor(7 / 2)) },
        { name = "INDENTED", value = indent(2, "a\nb") },
        { name = strrev("DESREVER"), value = trimprefix(trim("--x--", "-"), "y") },
      ],
    )
  }])
}
