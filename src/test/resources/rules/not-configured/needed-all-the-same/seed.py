import os

password = os.environ["SEED_SINGER_PASSWORD"]
