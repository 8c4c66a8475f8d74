import os

host = os.environ["SMTP_HOST"]
token = os.environ["MAIL_TOKEN"]
