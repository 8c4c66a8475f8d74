from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    window_token: str | None = None
    cellar_token: str | None = None
    hf_hub_token: str | None = None


settings = Settings()
