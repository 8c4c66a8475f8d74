[
  {
    "name": "blog",
    "image": "b:1",
    %{ if debug }
    "command": ["debug"],
    %{ endif }
    "secrets": [
      %{ if debug }
      { "name": "DEBUG_KEY", "valueFrom": "${db}" },
      %{ endif }
      { "name": "DB_PASSWORD", "valueFrom": "${db}" }
    ]
  }
]
