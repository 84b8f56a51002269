"""POST /entries: checks and posts one entry in one transaction."""
from decimal import Decimal

from django.db import connection, transaction
from django.db.models import F
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import Account, AuditEvent, Entry, Journal, Line, Membership

ADD_TO_BALANCES = """
insert into books_balance as b (account_id, day, debit, credit)
select account, %s, sum(greatest(amount, 0)), sum(greatest(-amount, 0))
from unnest(%s::uuid[], %s::bigint[]) as l (account, amount) group by account order by account
on conflict (account_id, day) do update set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
"""


class LineSerializer(serializers.Serializer):
    account_code = serializers.CharField(max_length=20)
    description = serializers.CharField(max_length=500, required=False, default="")
    debit = serializers.DecimalField(max_digits=16, decimal_places=2, min_value=Decimal(0), required=False, default=Decimal(0))
    credit = serializers.DecimalField(max_digits=16, decimal_places=2, min_value=Decimal(0), required=False, default=Decimal(0))

    def validate(self, line):
        if (line["debit"] > 0) == (line["credit"] > 0):
            raise serializers.ValidationError("either a debit or a credit")
        line["amount"] = int((line["debit"] - line["credit"]) * 100)
        return line


class EntrySerializer(serializers.Serializer):
    date = serializers.DateField()
    description = serializers.CharField(max_length=500)
    journal_code = serializers.CharField(max_length=10)
    lines = LineSerializer(many=True, allow_empty=False)

    def validate_lines(self, lines):
        if sum(line["amount"] for line in lines) != 0:
            raise serializers.ValidationError("the lines must balance")
        return lines


class EntryList(APIView):
    def post(self, request):
        serializer = EntrySerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        new = serializer.validated_data
        with transaction.atomic():
            organization = Membership.objects.get(user=request.user).organization_id
            codes = {line["account_code"] for line in new["lines"]}
            accounts = {a.code: a for a in Account.objects.filter(organization=organization, code__in=codes)}
            for code in codes:
                if code not in accounts or not accounts[code].is_active:
                    raise serializers.ValidationError({"lines": f"unknown or inactive account {code}"})
            journal = Journal.objects.select_for_update().get(
                organization=organization, code=new["journal_code"], year=new["date"].year)
            Journal.objects.filter(pk=journal.pk).update(last_number=F("last_number") + 1)
            entry = Entry.objects.create(organization_id=organization, journal=journal, number=journal.last_number + 1,
                                         date=new["date"], description=new["description"])
            Line.objects.bulk_create([
                Line(entry=entry, account=accounts[line["account_code"]], date=new["date"], amount=line["amount"],
                     description=line["description"]) for line in new["lines"]])
            with connection.cursor() as cursor:
                cursor.execute(ADD_TO_BALANCES, [new["date"], [accounts[line["account_code"]].id for line in new["lines"]],
                                                 [line["amount"] for line in new["lines"]]])
            AuditEvent.objects.create(organization_id=organization, user=request.user, action="CREATE", entity=entry.id)
        return Response({"id": entry.id, "number": entry.number, "date": entry.date}, status=201)
