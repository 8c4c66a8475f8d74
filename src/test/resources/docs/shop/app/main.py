import os

host = os.environ.get("MAIL_HOST", "localhost")
key = os.environ["SESSION_KEY"]
