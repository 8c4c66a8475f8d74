from typing import ClassVar, Optional

from pydantic import AliasChoices, BaseModel, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Cache(BaseModel):
    url: str  # read: SHOP_CACHE__URL fails derived
    ttl: int = 60  # read: SHOP_CACHE__TTL usable derived


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_", env_nested_delimiter="__")

    limit: ClassVar[int] = 3
    api_key: SecretStr  # read: SHOP_API_KEY fails derived
    debug: bool = False  # read: SHOP_DEBUG usable derived
    region: str = ""  # read: SHOP_REGION empty derived
    proxy: Optional[str] = None  # read: SHOP_PROXY empty derived
    pool: int = Field(5, ge=1)  # read: SHOP_POOL usable derived
    secret: str = Field(...)  # read: SHOP_SECRET fails derived
    bucket: str = Field(alias="BUCKET_NAME")  # read: BUCKET_NAME fails derived
    queue: str = Field(default="q", validation_alias=AliasChoices("QUEUE", "OLD_QUEUE"))  # read: QUEUE usable derived; OLD_QUEUE usable derived
    tags: list[str] = Field(default_factory=list)  # read: SHOP_TAGS usable derived
    cache: Cache  # read: SHOP_CACHE usable derived
    _private: int = 1

    def url(self) -> str:
        local: str = "not a field"
        return self.region


class Old(BaseSettings):
    name: str  # read: NAME fails derived
    dsn: str = Field(..., env="OLD_DSN")  # read: OLD_DSN fails derived

    class Config:
        case_sensitive = False


class Child(Old):
    extra: int = 1  # read: EXTRA usable derived


class FromElsewhere(TeamEnvConfig):
    team: str  # read: TEAM fails derived


class Plain(BaseModel):
    name: str
