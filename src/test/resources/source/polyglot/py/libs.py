import click
import environ
from decouple import config
from environs import Env

SECRET_KEY = config("SECRET_KEY")  # read: SECRET_KEY fails
DEBUG = config("DEBUG", default=False, cast=bool)  # read: DEBUG usable

env = Env()
LEVEL = env.str("LEVEL", "info")  # read: LEVEL usable
RATE = env.float("RATE")  # read: RATE fails
with env.prefixed("MYAPP_"):
    MAIL = env("MAIL")  # read: MYAPP_MAIL fails
OUTSIDE = env("OUTSIDE")  # read: OUTSIDE fails

django = environ.Env(ALLOW=(bool, False))  # read: ALLOW usable
DATABASE = django.db("DATABASE_URL", default="sqlite://")  # read: DATABASE_URL usable


@click.option("--user", envvar="CLI_USER", default="root")  # read: CLI_USER usable
@click.option("--password", envvar=["CLI_PASSWORD", "CLI_PASS"])  # read: CLI_PASSWORD none; CLI_PASS none
def main(user, password):
    other.config("NOT_READ")
