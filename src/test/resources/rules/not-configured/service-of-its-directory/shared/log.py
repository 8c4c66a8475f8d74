import os

token = os.environ.get("SHARED_TOKEN")
anywhere = os.environ.get("ANYWHERE_TOKEN")
