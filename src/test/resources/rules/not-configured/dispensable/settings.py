import os

CHAT_TOKEN = os.environ["CHAT_TOKEN"]
SEARCH_API_KEY = os.getenv("SEARCH_API_KEY", "")
MAIL_API_KEY = os.environ["MAIL_API_KEY"]
APP_SECRET_KEY = os.getenv("APP_SECRET_KEY", "")
WIKI = (os.getenv("WIKI_CLIENT_ID"), os.environ["WIKI_CLIENT_SECRET"])
POLL = os.getenv("POLL_CLIENT_SECRET", "")
