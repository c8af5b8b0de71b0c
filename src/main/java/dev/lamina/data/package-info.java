/**
 * Labelled images (and points) as values, and their way into training.
 *
 *   source.DataSource ─load─▶ TrainTest ─ValidationSplit─▶ DataParts ─Batches─▶ Batch [B, C, H, W], labels [B]
 *                                          Normalization (from the training part) ┘ ▲ Augmentation
 *
 * Where a device normalizes and augments, a batch holds raw pixels instead, with a PixelMap and a Placement for each.
 * Pixels stay one byte each until a batch is filled. Everything random follows from a run seed, the epoch and the
 * example's number, so a resumed run sees what an uninterrupted one sees. Uses dev.lamina.tensor and
 * dev.lamina.setting.
 */
@NullMarked
package dev.lamina.data;

import org.jspecify.annotations.NullMarked;
