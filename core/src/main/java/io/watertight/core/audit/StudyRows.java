package io.watertight.core.audit;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;

/**
 * A study with its rows in memory, for what has to fit models.
 *
 * @param view the study as understood
 * @param rows every row, or as many as were allowed, drawn by a hash of their ids
 */
public record StudyRows(StudyView view, ColumnBatch rows) {}
