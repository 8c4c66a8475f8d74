[
  {
    "name": "blog",
    "image": "${image}",
    "secrets": [
      { "name": "DB_PASSWORD", "valueFrom": "${secret}:DB_PASSWORD::" },
      { "name": "SPAM_FILTER_API_KEY", "valueFrom": "${secret}:SPAM_FILTER_API_KEY::" }
    ]
  }
]
