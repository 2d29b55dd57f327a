"""The orders of the versions saved before there was a table for them: what their documents keep."""

import json

from django.db import migrations


def from_documents(apps, schema_editor):
    version_model, computed = apps.get_model("protocols", "Version"), apps.get_model("protocols", "ComputedDose")
    for key in version_model.objects.order_by("pk").values_list("pk", flat=True):
        order = json.loads(version_model.objects.get(pk=key).document).get("dose_order")
        if order:
            text = json.dumps(order, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
            computed.objects.create(version_id=key, order=text)


class Migration(migrations.Migration):
    dependencies = [
        ("protocols", "0005_computed_doses"),
    ]

    operations = [
        migrations.RunPython(from_documents, migrations.RunPython.noop),
    ]
