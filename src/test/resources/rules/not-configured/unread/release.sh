docker build -t bakery .
open_gate --token "${GATE_TOKEN:-}"
aws ecs update-service --service bakery
