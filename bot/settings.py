"""The one reader of the environment; every setting is documented in README.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PROJECT = Path(__file__).resolve().parent.parent
TOKEN_REFUSED = "Telegram refuses TELEGRAM_BOT_TOKEN; copy it anew from @BotFather."
LARGEST_ID = 2**53
AUDIO = "audio"  # in the data folder: the files of spoken answers


class SettingError(Exception):
    """A setting is missing or malformed; the message says which and what to do."""


@dataclass(frozen=True)
class Settings:
    """Where things are and who may do what."""

    token: str | None
    api_url: str
    data: Path
    database: Path
    beheerders: frozenset[int]
    web_host: str
    web_port: int
    public_url: str | None
    rasa_url: str | None


def read(environ: Mapping[str, str]) -> Settings:
    """Return the settings; raises SettingError with one sentence when one is malformed."""
    data = Path(environ.get("SLEUTELBOT_DATA") or "data").expanduser().resolve()
    host, port = _web(environ.get("SLEUTELBOT_WEB") or "127.0.0.1:8080")
    return Settings(
        token=_token(environ.get("TELEGRAM_BOT_TOKEN")),
        api_url=_url("TELEGRAM_API_URL", environ.get("TELEGRAM_API_URL")) or "https://api.telegram.org",
        data=data,
        database=_database(environ.get("SLEUTELBOT_DATABASE"), data),
        beheerders=_beheerders(environ.get("SLEUTELBOT_BEHEERDERS") or ""),
        web_host=host,
        web_port=port,
        public_url=_public(environ.get("SLEUTELBOT_PUBLIC_URL")),
        rasa_url=_url("RASA_URL", environ.get("RASA_URL")),
    )


def require_token(settings: Settings) -> str:
    """Return the bot's token; raises SettingError when there is none."""
    if settings.token is None:
        raise SettingError("TELEGRAM_BOT_TOKEN is not set; ask @BotFather in Telegram for a token and set it.")
    return settings.token


def usable(folder: Path) -> Path:
    """Return the data folder, made if it is not there; raises SettingError when it cannot be written in."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(f"SLEUTELBOT_DATA: {folder} cannot be used ({error.strerror}); name a folder.") from error
    return folder


def _number(text: str, largest: int) -> int | None:
    """Return a whole number from 0 to `largest` in plain digits, or None: ² is a digit to Python, but no number."""
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(largest))):
        return None
    return int(text) if int(text) <= largest else None


def _token(value: str | None) -> str | None:
    if not value:
        return None
    number, colon, secret = value.strip().partition(":")
    if not (_number(number, LARGEST_ID) and colon and len(secret) >= 10 and secret.isascii() and not secret.count(" ")):
        raise SettingError("TELEGRAM_BOT_TOKEN does not look like a token (123456:ABC…); copy it anew from @BotFather.")
    return value.strip()


def _database(value: str | None, data: Path) -> Path:
    if not value:
        return data / "sleutelbot.db"
    if not value.startswith("sqlite:///") or len(value) == len("sqlite:///"):
        raise SettingError(f"SLEUTELBOT_DATABASE must be sqlite:///PATH (other databases come later), not {value!r}.")
    return Path(value.removeprefix("sqlite:///")).expanduser().resolve()


def _beheerders(value: str) -> frozenset[int]:
    parts = [part.strip() for part in value.split(",") if part.strip()]
    wrong = [part for part in parts if not _number(part, LARGEST_ID)]
    if wrong:
        raise SettingError(f"SLEUTELBOT_BEHEERDERS must be Telegram user ids separated by commas, not {wrong[0]!r}.")
    return frozenset(int(part) for part in parts)


def _web(value: str) -> tuple[str, int]:
    host, colon, given = value.rpartition(":")
    port = _number(given, 65535)
    if not (colon and host) or port is None:
        raise SettingError(f"SLEUTELBOT_WEB must be host:port, such as 127.0.0.1:8080, not {value!r}.")
    return host.strip("[]"), port


def _url(name: str, value: str | None) -> str | None:
    if not value:
        return None
    try:
        parts = urlsplit(value)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fine = False
    if not fine:
        raise SettingError(f"{name} must be an address such as http://127.0.0.1:5005, not {value!r}.")
    return value.rstrip("/")


def _public(value: str | None) -> str | None:
    url = _url("SLEUTELBOT_PUBLIC_URL", value)
    if url and not url.startswith("https://"):
        raise SettingError("SLEUTELBOT_PUBLIC_URL must begin with https://, because Telegram only delivers there.")
    return url
