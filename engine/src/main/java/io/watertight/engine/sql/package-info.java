/** Questions about data spelled in SQL, for any engine that has a {@link io.watertight.engine.sql.Dialect}. */
@NullMarked
package io.watertight.engine.sql;

import org.jspecify.annotations.NullMarked;
