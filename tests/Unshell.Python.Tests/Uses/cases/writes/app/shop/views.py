from django.conf import settings


def upload(request):
    with open(settings.MEDIA_ROOT / request.FILES["f"].name, "wb") as out:
        out.write(b"")
