import os

token = os.environ["STAGE_TOKEN"]
