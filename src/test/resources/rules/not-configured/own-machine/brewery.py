import os

orders = os.getenv("ORDERS_DB_URL")
ledger = os.getenv("LEDGER_DB_URL", "sqlite:///ledger.db")
stock = os.getenv("STOCK_DB_URL")
barrels = os.getenv("BARRELS_DB_URL")
queue = os.getenv("QUEUE_URL")
host = os.environ["STOCK_DB_HOST"]
password = os.environ["STOCK_DB_PASSWORD"]
