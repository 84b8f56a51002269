"""prepare.py COUNT YEAR CODE…: makes the tables, COUNT organizations with a user, journal and accounts each; prints one token a line."""
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
django.setup()

from books.models import Account, Journal, Membership, Organization  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402

count, year, codes = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
call_command("migrate", "authtoken", verbosity=0)  # the tables that ours refer to
call_command("migrate", run_syncdb=True, verbosity=0)
for number in range(count):
    organization = Organization.objects.create(name=f"Bench {number}")
    user = User.objects.create(username=str(organization.id))
    Membership.objects.create(user=user, organization=organization)
    Journal.objects.create(organization=organization, code="OD", year=year)
    Account.objects.bulk_create([Account(organization=organization, code=code) for code in codes])
    print(Token.objects.create(user=user).key)
