/**
 * oneDNN 3.11 as Java values: descriptors in, prepared launches out. The C library is called through java.lang.foreign
 * alone, on the library file carried inside the Maven artifact {@code org.bytedeco:dnnl} (no class of that artifact is
 * used).
 *
 * <pre>
 *   NativeLibrary ─ finds, unpacks and loads libgomp and libdnnl (once per process)
 *   MemoryDescriptor ─┐
 *   Attributes ───────┼─▶ Convolution · InnerProduct · Pooling · … ─▶ PrimitiveDescriptor ─┐
 *                                                        Memory (descriptor + segment) ────┼─▶ Launch.run()
 * </pre>
 *
 * Descriptors are immutable values whose native part the garbage collector frees; a {@link
 * dev.lamina.backend.cpu.onednn.Launch} lives in an {@link java.lang.foreign.Arena} and dies with it. Scratch memory is
 * always the caller's ({@link dev.lamina.backend.cpu.onednn.Argument#SCRATCHPAD}), so that a plan can share it.
 * oneDNN fixes its thread count when a primitive descriptor is made and OpenMP keeps one count per calling thread: call
 * {@link dev.lamina.backend.cpu.onednn.OpenMp#setThreads} before making descriptors and on every thread that runs them.
 *
 * Uses the JDK and {@code dev.lamina.tensor} only.
 */
@NullMarked
package dev.lamina.backend.cpu.onednn;

import org.jspecify.annotations.NullMarked;
