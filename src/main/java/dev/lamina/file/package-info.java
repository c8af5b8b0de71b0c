/**
 * Files on disk, written so that a crash leaves the old content or the new. Uses tensor only.
 */
@NullMarked
package dev.lamina.file;

import org.jspecify.annotations.NullMarked;
