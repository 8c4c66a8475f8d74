[
  {
    "name": "blog",
    "image": "${image}",
    "secrets": [
      { "name": "DB_PASSWORD", "valueFrom": "${secret}:DB_PASSWORD::" }
    ]
  }
]
