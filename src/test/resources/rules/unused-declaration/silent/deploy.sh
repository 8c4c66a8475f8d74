aws ecs update-service --region "$DEPLOY_REGION"
