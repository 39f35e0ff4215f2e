package io.watertight.checks;

import io.watertight.testkit.CatalogueRules;

/** The rules about checks, applied to this module's. */
final class CatalogueTest extends CatalogueRules {}
