from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    upload_dir: str = "/data/uploads"
    spool: str = Field(default="/never")
    database_url: str = "sqlite:///./claims.db"


@lru_cache
def get_settings():
    return Settings()


settings = Settings()
