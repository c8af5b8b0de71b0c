/**
 * The data sets a run can name: one record each, with what it needs to be found, read or drawn, and the readers of
 * their file formats. To add one, write the record with its {@link dev.lamina.data.source.DataCard} and name it in
 * {@link dev.lamina.data.source.DataSource}.
 *
 *   FileSearch ─▶ files ─CifarFile, CifarPickle, IdxFile, SvhnFile, Picture─▶ LabeledImages ─┐
 *   Figure ─ShapePainter─▶ pixels                                                           ├─▶ ImageDataset
 *   PlanePoints                                                                              ┘
 *
 * Everything wrong with a file is a BadInputException that names file, place and remedy.
 * Uses dev.lamina.data with dev.lamina.data.picture, dev.lamina.tensor and dev.lamina.setting.
 */
@NullMarked
package dev.lamina.data.source;

import org.jspecify.annotations.NullMarked;
