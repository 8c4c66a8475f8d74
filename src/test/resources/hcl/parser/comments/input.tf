# one
// two
/* three */
a = 1 # behind
b = 2 // behind
c = /* inside */ 3 /* behind */
d = [ # behind a bracket
  1, /* * / ** */
  2 // last
  # end
]
/* a
   b */
e = 1 /* ends */ + /* here
*/ 2
f = "# no comment // here /* either */"
# the last one has no line end