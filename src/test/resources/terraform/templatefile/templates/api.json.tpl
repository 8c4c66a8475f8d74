[
  {
    "name": "${name}",
    "image": "api:latest",
    "environment": [
%{ for key, value in settings ~}
      { "name": "${key}", "value": "${value}" },
%{ endfor ~}
%{ for each in names ~}
      { "name": "SQS_${each}", "value": "x" },
%{ endfor ~}
%{ if debug ~}
      { "name": "DEBUG", "value": "1" },
%{ endif ~}
      { "name": "LAST", "value": "z" }
    ],
    "secrets": [
      { "name": "DATABASE_URL", "valueFrom": "${database_arn}:url::" }
    ]
  }
]
