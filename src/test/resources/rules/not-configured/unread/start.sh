exec bakery --door "$DOOR_TOKEN"
