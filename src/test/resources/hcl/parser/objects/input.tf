empty   = {}
one     = { a = 1 }
colons  = { a : 1, "b" : 2, c = 3 }
commas  = { a = 1, b = 2, }
mixed = {
  a = 1
  b : 2,

  # a comment
  c = 3 # behind a value
  "d" = {
    e = [1, 2,
    3]
  }
}
keys = {
  name        = 1
  "quoted"    = 2
  "${a}-b"    = 3
  (computed)  = 4
  (a.b)       = 5
  "${var.x}"  : 6
  7           = 8
  1 + 1       = 9
  a.b         = 10
  null        = 11
  (a ? b : c) = 12
}
conditional = {
  a = (
    x
    ? 1
    : 2
  )
}
several = [{ a = 1 }, { a = 2 }, { a = 3, b = 4 }]
tuple   = [1, 2, ]
tuple_lines = [
  1
  ,
  2,
  # gone
]
duplicate = { a = 1, a = 2 }
heredoc = {
  a = <<EOT
text
EOT
  b = 1
}
