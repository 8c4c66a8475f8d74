[
	{
		"name": "blog",
		"image": "${image}",
		"secrets": [
			{ "name": "DB_PASSWORD", "valueFrom": "${db_password_arn}" }
		]
	}
]
