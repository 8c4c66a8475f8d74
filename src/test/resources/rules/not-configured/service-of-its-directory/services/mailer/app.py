import os

host = os.environ["SMTP_HOST"]
token = os.environ["MAIL_TOKEN"]
both = os.environ.get("BOTH_TOKEN")
anywhere = os.environ.get("ANYWHERE_TOKEN")
