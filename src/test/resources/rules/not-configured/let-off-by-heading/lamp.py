import os

oil = os.environ["LAMP_OIL_TOKEN"]
host = os.environ.get("LETTERS_HOST", "")
letters = os.environ.get("LETTERS_TOKEN")
stamp = os.environ["LETTERS_STAMP_TOKEN"]
vault = os.environ.get("VAULT_TOKEN")
chat = os.environ.get("CHAT_TOKEN")
room = os.environ["CHAT_ROOM_TOKEN"]
port = os.environ["CHAT_PORT"]
colour = os.environ["CHAT_COLOUR"]
pigeon = os.environ.get("PIGEON_TOKEN")
loft = os.environ.get("PIGEON_LOFT_TOKEN")
office = os.environ.get("OFFICE_TOKEN")
