precedence     = 1 + 2 * 3 == 7 && !false || 4 > 3
left           = 10 - 4 - 3
left_divide    = 100 / 10 / 5 % 3
compare        = 1 < 2 == true
negative       = -1 + -x.y * -(2)
not_not        = !!a
minus_of_step  = -list[0].size
conditional    = a ? b : c ? d : e
in_condition   = a ? b ? 1 : 2 : 3
condition_last = a || b ? c + 1 : d + 2
parentheses    = (1 + 2) * 3
numbers        = [0, 007, 1.5, 1e3, 1.5E-3, 2.e5, 12345678901234567890.000000000000000001]
words          = [true, false, null, truest, nullable]
dashes         = [a-b, a - b, a -b, a--b]
