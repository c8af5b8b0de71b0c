/**
 * Lamina: a workbench for people who study image-classification networks. The way of the data, and with it the only
 * direction in which packages may use each other (ArchitectureTest holds the table):
 *
 * <pre>
 *   JSON ─ config ─▶ graph ─▶ program ─▶ backend ─▶ train ─▶ event ─▶ metric series ─▶ figure · cli · ui
 *                    ▲ nn                ├ reference   ▲ probe (GBR, norm bounds)     experiment ties the row together
 *                    │ tensor, setting   └ cpu (oneDNN) └ data                      reproduce: the papers, for cli
 * </pre>
 *
 * Training and measuring have {@code batch} in common, programs run on batches. Runs on disk are {@code archive}'s, for all
 * who write them and all who read them. {@link dev.lamina.Lamina} starts the window or the command line. What goes wrong in
 * either stands in the log file of {@code log}.
 */
@NullMarked
package dev.lamina;

import org.jspecify.annotations.NullMarked;
