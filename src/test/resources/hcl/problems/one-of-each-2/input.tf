j { a = 1, b = 2 }
i { b {} }
h "x${y}" {}
g = a ? b
f = f(1
e = 2
d = <<EOT
 foo
 ${bar
EOT
c = 3 4
b = <<EOT
never
closed
