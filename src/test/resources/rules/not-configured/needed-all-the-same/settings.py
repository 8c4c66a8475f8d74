from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    organ_token: str
    aws_access_key_id: str
    aws_secret_access_key: str
    aws_session_token: str | None = None
    aws_region: str
    first_superuser_password: str
    minio_root_password: str
