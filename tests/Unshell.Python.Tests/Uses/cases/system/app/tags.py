from django.template.defaulttags import find_library


def load(parser, name):
    return find_library(parser, name)
