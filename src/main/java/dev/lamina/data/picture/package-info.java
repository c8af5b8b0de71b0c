/**
 * People's picture files as the samples they store: what a picture's file says is read, nothing is colour-managed.
 *
 *   bytes ─JpegFile, PngFile─▶ EncodedPicture (bare, with its Orientation) ─Decoder─▶ Samples ─▶ Picture [3][H][W]
 *
 * The JDK's readers decode; they are shown only what samples hang on, so that a colour profile, a comment or a
 * thumbnail neither changes a value nor keeps a picture from being read. Everything wrong with a picture is a
 * PictureFault with its remedy; whoever knows the file puts its name before it.
 */
@NullMarked
package dev.lamina.data.picture;

import org.jspecify.annotations.NullMarked;
