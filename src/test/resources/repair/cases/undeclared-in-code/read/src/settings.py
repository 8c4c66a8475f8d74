import os

SHOP_NAME = os.environ["SHOP_NAME"]
PAYMENT_API_KEY = os.environ["PAYMENT_API_KEY"]
WAREHOUSE_URL = os.environ.get("WAREHOUSE_URL")
PAGE_SIZE = int(os.environ.get("PAGE_SIZE", "20"))
