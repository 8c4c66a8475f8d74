import os

url = os.environ["ORDERS_URL"]
token = os.environ.get("ORDERS_TOKEN")
both = os.environ.get("BOTH_TOKEN")
