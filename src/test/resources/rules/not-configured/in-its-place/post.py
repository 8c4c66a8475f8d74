import os

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    bell: str = Field(validation_alias=AliasChoices("BELL_TOKEN", "SACK_TOKEN"))


letter = os.getenv("LETTER_TOKEN") or os.getenv("MAILBOX_TOKEN")
stamp = os.getenv("STAMP_TOKEN", os.getenv("POSTMARK_TOKEN"))
parcel = os.getenv("PARCEL_TOKEN") or os.getenv("SACK_TOKEN")
