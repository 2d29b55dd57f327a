"""All settings, in one file. What may differ between installations comes from `env` (.env.example)."""

from pathlib import Path

from desens.env import env, kept_secret, mode
from desens.records.database import database_settings

BASE = Path(__file__).resolve().parent.parent
DEMONSTRATION = mode() == "demonstration"
VAR = Path(env("DESENS_VAR", demonstration=str(BASE / "var"), advice="Name the folder for collected files and caches."))

SECRET_KEY = env(
    "SECRET_KEY",
    demonstration=kept_secret(VAR / "demonstration-secret") if DEMONSTRATION else "",
    advice="Set 50 or more random characters.",
)
PUBLIC_ADDRESS = env(
    "PUBLIC_ADDRESS",
    demonstration="http://127.0.0.1:8000",
    advice="Set the address people open, such as https://desens.hospital.example; QR codes carry it.",
).rstrip("/")
DOWNTIME_PASSWORD = env(
    "DOWNTIME_PASSWORD",
    demonstration="downtime",
    advice="Choose the password that opens the papers of the day when the computer is down.",
)
ALLOWED_HOSTS = env(
    "ALLOWED_HOSTS", demonstration="127.0.0.1,localhost", advice="Set the host names served, by commas."
).split(",")
DATABASES = {
    "default": database_settings(
        env(
            "DATABASE_URL",
            demonstration=f"sqlite:///{VAR / 'demonstration.sqlite3'}",
            advice="Set postgresql://user:password@host/name or sqlite:////path/file.",
        )
    )
}
POSTGRESQL_TOOLS = env("POSTGRESQL_TOOLS", demonstration="", production="", advice="")
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS]
DEBUG = False

# Applications
INSTALLED_APPS = [
    "desens.access",
    "desens.audit",
    "desens.records",
    "desens.printing",
    "desens.pages",
    "desens.trail",
    "desens.unit",
    "drugs",
    "patients",
    "reactions",
    "protocols",
    "procedures",
    "review",
    "worklists",
    "desens.running",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "js_lib_bootstrap5",
    "django_htmx",
    "template_partials",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "desens.running.middleware.health_first",
    "desens.pages.middleware.reference_number",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "desens.pages.middleware.htmx_redirects",
    "desens.access.middleware.session_limits",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "desens.access.second_factor.SecondFactorMiddleware",
    "desens.access.middleware.kept_forms",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "desens.urls"
WSGI_APPLICATION = "desens.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desens.pages.context.frame",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# People, sessions, the door
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "desens.access.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
# A whole ward may share one address; attempts on one user name are counted by django-axes.
# The limit a key is one person's: it bounds the guessing of codes behind a stolen password.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "30/m/ip,20/5m/key"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ALLAUTH_TRUSTED_PROXY_COUNT = int(
    env("TRUSTED_PROXIES", demonstration="0", advice="Set how many reverse proxies stand in front.")
)
MFA_ADAPTER = "desens.access.second_factor.SealedFactors"
MFA_FORMS = {
    "activate_totp": "desens.access.factor_forms.AppForm",
    "authenticate": "desens.access.factor_forms.CodeForm",
    "add_webauthn": "desens.access.factor_forms.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "desens"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody has mail here
_demanded = env("SECOND_FACTOR_ROLES", demonstration="none", production="administrator,allergist", advice="")
SECOND_FACTOR_ROLES = [] if _demanded == "none" else _demanded.replace(" ", "").split(",")
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # the audit has it
AXES_USERNAME_CALLABLE = "desens.access.door.typed_user_name"
AXES_CLIENT_IP_CALLABLE = "desens.access.door.client_address"
AXES_LOCKOUT_CALLABLE = "desens.access.door.locked_out"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE_MINUTES = int(env("SESSION_IDLE_MINUTES", demonstration="15", production="15", advice=""))
SESSION_ABSOLUTE_HOURS = int(env("SESSION_ABSOLUTE_HOURS", demonstration="12", production="12", advice=""))
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_HOURS * 3600

# What a browser may do (traps.md 31): no inline script or style, nothing from another host
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "desens.pages.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
if not DEMONSTRATION:
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_REDIRECT_EXEMPT = [r"^(live|ready)$"]  # asked on the machine itself, without TLS
    # Subdomains and the browsers' preload list are the hospital's to decide, not one application's.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Language, time, files
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", demonstration="Europe/Madrid", advice="Set the hospital's zone, such as Europe/Madrid.")
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE / "static"]
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
LOGGING_CONFIG = "desens.pages.log.configure"
LOGGING = {"level": "INFO"}
