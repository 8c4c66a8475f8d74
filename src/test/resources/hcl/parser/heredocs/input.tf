plain = <<EOT
  one
 "two" \n
EOT
empty = <<EOT
EOT
dedented = <<-EOT
    one
      two

    three ${x} 3
   EOT
tabs = <<-EOT
	one
		two
	EOT
sequences = <<EOT
{"name": "${var.name}", "escaped": "$${x}", "percent": "%%{y}"}
%{ for k, v in m ~}
${k}=${v}
%{ endfor ~}
%{ if a }yes%{ else }no%{ endif }
EOT
sequence_first = <<-EOT
    ${x}
      y
    EOT
stripped_first = <<-EOT
      ${~ x }
    y
    EOT
blank_lines = <<-EOT

    one
  
    two
EOT
marker_like = <<EOT
EOTX
 EOT x
EOT
indented_marker = <<EOT
 x
    EOT
in_list = [<<A
one
A
, <<-B
  two
  B
]
in_call = f(<<A
${<<B
inner
B
}
A
)
dashed = <<-END-OF-TEXT
  x
  END-OF-TEXT
