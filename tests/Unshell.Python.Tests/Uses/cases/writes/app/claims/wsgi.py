from .logs import configure
from claims import store, settings

configure()
application = store.Store(settings.DATA)
