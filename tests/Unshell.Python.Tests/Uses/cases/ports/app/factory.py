from flask import Flask


def create_app(name="x"):
    application = Flask(name)
    return application
