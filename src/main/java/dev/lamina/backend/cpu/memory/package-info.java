/**
 * Where a plan's tensors lie: buffers that live from one step to another, packed into one stretch of pages.
 *
 * <pre>
 *   Buffer (bytes) ─ Lifetimes (first and last step, overlays) ─▶ Packing (offsets) ─▶ Pages (huge where possible)
 * </pre>
 *
 * Knows nothing of tensors, oneDNN or programs. Uses the JDK only.
 */
@NullMarked
package dev.lamina.backend.cpu.memory;

import org.jspecify.annotations.NullMarked;
