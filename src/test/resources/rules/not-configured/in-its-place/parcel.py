import os

wrap(os.getenv("PARCEL_TOKEN"))
