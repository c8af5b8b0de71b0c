/**
 * Files that other programs read and write too.
 *
 * <pre>
 *   session values by name ─▶ TensorFile ─ Safetensors ─▶ .safetensors
 * </pre>
 *
 * Uses backend, program, graph, nn, metric, event, file and tensor at most.
 */
@NullMarked
package dev.lamina.interop;

import org.jspecify.annotations.NullMarked;
