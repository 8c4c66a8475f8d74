import os

url = os.environ["ORDERS_URL"]
