none      = f()
one       = f(1)
trailing  = f(1, 2, )
expanded  = f(a, b...)
lines = concat(
  [1], # one
  // two
  [2], /* three */
  a...
)
namespace = provider::aws::arn_parse(x).region
spaced    = f (a)
nested    = jsonencode(concat(f(g(h())), [for x in y : z(x)]))
keyword   = null(true(false()))
