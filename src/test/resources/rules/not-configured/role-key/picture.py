import os

key = os.environ["AWS_S3_SECRET_ACCESS_KEY"]
