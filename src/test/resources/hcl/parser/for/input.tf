list         = [for x in y : x.a]
with_key     = [for k, v in y : "${k}=${v}"]
filtered     = [for x in y : x if x != null]
object       = { for x in y : x.name => x }
filtered_obj = { for k, v in y : k => v if v > 1 }
grouping     = { for k, v in y : v => k... }
grouping_if  = { for k, v in y : v => k... if k != "" }
conditional  = [for x in a ? b : c : x ? 1 : 2 if d]
nested       = [for x in [for y in z : y] : { for a, b in x : a => [for c in b : c] }]
lines = {
  # a comment before
  for k, v
  in y
  :
  upper(k)
  =>
  v
}
list_lines = [
  for x in y :
  x
]
words = [for in in for : in]
