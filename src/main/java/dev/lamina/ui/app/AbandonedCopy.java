package dev.lamina.ui.app;

import java.time.Instant;

/**
 * An experiment that was not saved when its window ended.
 *
 * @param claim this window's, so that no other one offers it meanwhile
 * @param kept when the copy was written
 */
record AbandonedCopy(CopyClaim claim, ExperimentDocument document, Instant kept) {}
