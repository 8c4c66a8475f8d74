[
  {
    "name": "${name}",
    "environment": [{ "name": "ROLE", "value": "${name}" }],
    "secrets": [{ "name": "DATABASE_URL", "valueFrom": "${secret}" }]
  }
]
