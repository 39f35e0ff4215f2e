package io.watertight.checks;

import io.watertight.testkit.CatalogueRules;

/** Every check of this module keeps the rules about checks. */
final class CatalogueTest extends CatalogueRules {}
