attribute       = a.b.c
keywords        = a.null.true.for.if
index           = a[0]["k"][b.c].d
legacy          = a.0.b.1
exponent        = a.1e1
splat           = a.b[*].c[0].d
splat_in_splat  = a[*].b[*].c
attribute_splat = a.b.*.c.0.d
reach           = a.*.b[0].c
reach_of_both   = a.*.b[*].c.*.d
of_calls        = f(x)[0].a.*.b
of_literals     = ["a", { b = 1 }][1].b
blanks          = a . b [ 0 ] . c
lines = (
  a
  .b
  [0]
  [
    1
  ]
  [*]
  .c
)
dashed = aws_x.my-name.some-attr
