"""Values get rows of their own: what products held in columns is carried over as each value's first revision."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from desens.numbers.write import exact_text

#: What the columns of the three shipped products said; nobody could write others.
DILUENTS = {
    "sodium chloride 0.9 %": "sodium-chloride-0.9",
    "sodium chloride 0.9 % only": "sodium-chloride-0.9",
    "sodium chloride 0.9 % or glucose 5 %, at most 100 mL": "sodium-chloride-0.9 glucose-5",
}


def carry_values(apps, schema_editor):
    Product, Value = apps.get_model("drugs", "Product"), apps.get_model("drugs", "Value")
    for product in Product.objects.select_related("drug"):
        held = {
            "stock_concentration": (exact_text(product.stock_concentration), f"{product.unit}/mL"),
            "diluents_allowed": (DILUENTS[product.diluent], ""),
            "filter": (product.filter, ""),
        }
        for what, (stated, unit) in held.items():
            if stated:
                path = f"{product.drug.name_key}/{product.name}/{what}//1"
                Value.objects.create(
                    entry_key=uuid5(uuid5(NAMESPACE_URL, "desens:drugs/library"), path),
                    product=product,
                    what=what,
                    established=True,
                    stated=stated,
                    unit=unit,
                    revision=1,
                    source=product.source,
                    mark=product.mark,
                    reviewed_on=date(2026, 11, 20),
                    origin="library",
                    added_at=product.added_at,
                )


class Migration(migrations.Migration):

    dependencies = [
        ('drugs', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Name',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry_key', models.UUIDField(editable=False, unique=True)),
                ('origin', models.CharField(choices=[('library', 'shipped library'), ('unit', 'this unit')], max_length=10)),
                ('added_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=500)),
                ('mark', models.CharField(choices=[('seen', 'read in a copy of the source'), ('known', 'from the literature'), ('VERIFY', 'to be verified against the source')], max_length=10)),
                ('reviewed_on', models.DateField()),
                ('name', models.CharField(max_length=200)),
                ('name_key', models.CharField(db_index=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='Retirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry_key', models.UUIDField(editable=False, unique=True)),
                ('retired', models.BooleanField()),
                ('reason', models.CharField(max_length=200)),
                ('recorded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Value',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry_key', models.UUIDField(editable=False, unique=True)),
                ('origin', models.CharField(choices=[('library', 'shipped library'), ('unit', 'this unit')], max_length=10)),
                ('added_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=500)),
                ('mark', models.CharField(choices=[('seen', 'read in a copy of the source'), ('known', 'from the literature'), ('VERIFY', 'to be verified against the source')], max_length=10)),
                ('reviewed_on', models.DateField()),
                ('what', models.CharField(max_length=40)),
                ('condition', models.CharField(blank=True, max_length=200)),
                ('established', models.BooleanField()),
                ('stated', models.CharField(blank=True, max_length=500)),
                ('unit', models.CharField(blank=True, max_length=10)),
            ],
        ),
        migrations.AddField(
            model_name='drug',
            name='added_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='drug',
            name='added_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='drug',
            name='origin',
            field=models.CharField(choices=[('library', 'shipped library'), ('unit', 'this unit')], default='library', max_length=10),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='product',
            name='added_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='product',
            name='added_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='product',
            name='origin',
            field=models.CharField(choices=[('library', 'shipped library'), ('unit', 'this unit')], default='library', max_length=10),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='product',
            name='route',
            field=models.CharField(choices=[('intravenous', 'intravenous'), ('subcutaneous', 'subcutaneous'), ('intramuscular', 'intramuscular'), ('oral', 'by mouth')], default='intravenous', max_length=20),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name='drug',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('added_by__isnull', True), ('origin', 'library')), models.Q(('added_by__isnull', False), ('origin', 'unit')), _connector='OR'), name='drug_unit_row_has_person'),
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('added_by__isnull', True), ('origin', 'library')), models.Q(('added_by__isnull', False), ('origin', 'unit')), _connector='OR'), name='product_unit_row_has_person'),
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.CheckConstraint(condition=models.Q(('route__in', ['intravenous', 'subcutaneous', 'intramuscular', 'oral'])), name='product_route'),
        ),
        migrations.AddField(
            model_name='name',
            name='added_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='name',
            name='drug',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='drugs.drug'),
        ),
        migrations.AddField(
            model_name='retirement',
            name='drug',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='retirements', to='drugs.drug'),
        ),
        migrations.AddField(
            model_name='retirement',
            name='name',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='retirements', to='drugs.name'),
        ),
        migrations.AddField(
            model_name='retirement',
            name='product',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='retirements', to='drugs.product'),
        ),
        migrations.AddField(
            model_name='retirement',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='value',
            name='added_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='value',
            name='drug',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='values', to='drugs.drug'),
        ),
        migrations.AddField(
            model_name='value',
            name='product',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='values', to='drugs.product'),
        ),
        migrations.AddField(
            model_name='retirement',
            name='value',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='retirements', to='drugs.value'),
        ),
        migrations.AddConstraint(
            model_name='name',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('added_by__isnull', True), ('origin', 'library')), models.Q(('added_by__isnull', False), ('origin', 'unit')), _connector='OR'), name='name_unit_row_has_person'),
        ),
        migrations.AddConstraint(
            model_name='name',
            constraint=models.CheckConstraint(condition=models.Q(('mark__in', ['seen', 'known', 'VERIFY']), ('revision__gte', 1), models.Q(('source', ''), _negated=True)), name='name_has_source_and_mark'),
        ),
        migrations.AddConstraint(
            model_name='name',
            constraint=models.UniqueConstraint(fields=('name_key', 'origin', 'revision'), name='name_revision_once'),
        ),
        migrations.AddConstraint(
            model_name='name',
            constraint=models.CheckConstraint(condition=models.Q(('name_key', ''), _negated=True), name='name_has_letters'),
        ),
        migrations.AddConstraint(
            model_name='value',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('added_by__isnull', True), ('origin', 'library')), models.Q(('added_by__isnull', False), ('origin', 'unit')), _connector='OR'), name='value_unit_row_has_person'),
        ),
        migrations.AddConstraint(
            model_name='value',
            constraint=models.CheckConstraint(condition=models.Q(('mark__in', ['seen', 'known', 'VERIFY']), ('revision__gte', 1), models.Q(('source', ''), _negated=True)), name='value_has_source_and_mark'),
        ),
        migrations.AddConstraint(
            model_name='value',
            constraint=models.UniqueConstraint(fields=('drug', 'what', 'condition', 'origin', 'revision'), name='drug_value_revision_once'),
        ),
        migrations.AddConstraint(
            model_name='value',
            constraint=models.UniqueConstraint(fields=('product', 'what', 'condition', 'origin', 'revision'), name='product_value_revision_once'),
        ),
        migrations.AddConstraint(
            model_name='value',
            constraint=models.CheckConstraint(condition=models.Q(('drug__isnull', True), ('product__isnull', True), _connector='XOR'), name='value_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='value',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('established', False), ('stated', ''), ('unit', '')), models.Q(('established', True), models.Q(('stated', ''), _negated=True)), _connector='OR'), name='value_says_something'),
        ),
        migrations.AddConstraint(
            model_name='retirement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('drug__isnull', True), ('name__isnull', True), _connector='XOR'), ('product__isnull', True), ('value__isnull', True)), models.Q(models.Q(('product__isnull', True), ('value__isnull', True), _connector='XOR'), ('drug__isnull', True), ('name__isnull', True)), _connector='OR'), name='retirement_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='retirement',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='retirement_has_reason'),
        ),
        migrations.RunPython(carry_values, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name='product',
            name='product_revision_once',
        ),
        migrations.RemoveConstraint(
            model_name='product',
            name='product_strength_above_zero',
        ),
        migrations.RemoveConstraint(
            model_name='product',
            name='product_mark_is_known',
        ),
        migrations.RemoveField(
            model_name='product',
            name='diluent',
        ),
        migrations.RemoveField(
            model_name='product',
            name='filter',
        ),
        migrations.RemoveField(
            model_name='product',
            name='mark',
        ),
        migrations.RemoveField(
            model_name='product',
            name='revision',
        ),
        migrations.RemoveField(
            model_name='product',
            name='source',
        ),
        migrations.RemoveField(
            model_name='product',
            name='stock_concentration',
        ),
        migrations.RemoveField(
            model_name='product',
            name='unit',
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.UniqueConstraint(fields=('drug', 'name'), name='product_once'),
        ),
    ]
