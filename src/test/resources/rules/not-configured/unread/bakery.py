import os

from transformers import pipeline

from settings import settings

menu = os.environ["MENU_TOKEN"]
recipe = os.getenv("RECIPE_TOKEN")


def signing_token(what):
    return os.environ[f"{what.upper()}_SIGNING_TOKEN"]


taste = pipeline("text-classification")
cake = signing_token("cake")
window = settings.window_token
