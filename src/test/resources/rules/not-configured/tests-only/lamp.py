import os

colour = os.environ["LAMP_COLOUR"]
token = os.environ["LAMP_TOKEN"]
