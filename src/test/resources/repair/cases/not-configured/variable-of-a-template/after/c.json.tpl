[
  {
    "name": "blog",
    "image": "b:1",
    %{ if debug }
    "command": ["debug"],
    %{ endif }
    "secrets": [
      { "name": "DB_PASSWORD", "valueFrom": "${db}" },
      { "name": "API_KEY", "valueFrom": "${api_key}" }
    ]
  }
]
