a = [
  {
    b = "x"
    c = ${var.x}
  }
]
d = 1
/* never
