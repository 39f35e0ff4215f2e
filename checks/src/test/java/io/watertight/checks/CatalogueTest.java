package io.watertight.checks;

import io.watertight.testkit.CatalogueRules;

/** The rules about checks, applied to the checks of data. */
class CatalogueTest extends CatalogueRules {}
