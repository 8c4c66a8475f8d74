locals {
  flags    = ["search", "wishlist", "search"]
  defaults = { LOG = "info", CACHE = "off" }
  teams = {
    core  = ["alice", "bob"]
    infra = ["bob"]
  }
  lookup_table = tomap({ blue = "b", green = "g" })
}

resource "aws_ecs_task_definition" "collections" {
  family = "collections"
  container_definitions = jsonencode([{
    name  = "collections"
    image = "c"
    environment = flatten([
      [for flag in sort(distinct(local.flags)) : { name = "FLAG_${upper(flag)}", value = "1" }],
      [for name, value in merge(local.defaults, { CACHE = "on" }) : { name = name, value = value }],
      [for name, teams in transpose(local.teams) : { name = "TEAMS_OF_${upper(name)}", value = join(" ", teams) }],
      [
        { name = "LOOKED_UP", value = lookup(local.lookup_table, "blue", "none") },
        { name = "NOT_THERE", value = lookup(local.lookup_table, "red", "none") },
        { name = "FIRST", value = element(values(local.lookup_table), 0) },
        { name = "COUNT", value = tostring(length(local.flags)) },
        { name = "CHOSEN", value = coalesce("", "second") },
        { name = "TRIED", value = try(local.defaults.MISSING, local.defaults["LOG"]) },
        { name = "HAS", value = contains(keys(local.defaults), "LOG") ? "yes" : "no" },
        { name = "SUM", value = tostring(sum([for flag in local.flags : length(flag)])) },
        { name = "LAST", value = reverse(local.flags)[0] },
        { name = "CHUNKS", value = jsonencode(chunklist(local.flags, 2)) },
        { name = "ONLY", value = one(slice(local.flags, 1, 2)) },
      ],
      [for pair in setproduct(["eu", "us"], ["a", "b"]) : { name = upper(join("_", concat(["ZONE"], pair))), value = pair[1] }],
      [for name, index in zipmap(["FIRST_INDEX", "SECOND_INDEX"], range(2)) : { name = name, value = tostring(index) }],
    ])
  }])
}
