resource "a" "b"
{
  x = 1
}
"y" = 2
z: 3
w = 'abc'
v = “abc”
u = 5;
t = a & b
s = foo.
r = [1 2]
q = { a 1 }
p = { a = 1 b = 2 }
o = "\q"
n = "${x"
m = "%{ foo }"
l = "%{ if x }"
k = "%{ endif }"
}
