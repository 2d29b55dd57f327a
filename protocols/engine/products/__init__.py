"""What a product's label says about a schedule: plain limits in, findings out. Rules and codes: README.md."""

from protocols.engine.products.findings import product_findings, with_product_findings
from protocols.engine.products.limits import DiluentRule, Limit, ProductLimits

__all__ = ["DiluentRule", "Limit", "ProductLimits", "product_findings", "with_product_findings"]
