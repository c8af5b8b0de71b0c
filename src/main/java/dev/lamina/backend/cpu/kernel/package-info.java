/**
 * Vector API kernels of the CPU training backend, and the team of threads that runs them.
 * Tensors are native memory in oneDNN's blocked layout nChw{B}c, B = {@link dev.lamina.backend.cpu.kernel.Lanes#COUNT}
 * float32 lanes; a kernel is built once for its tensors and sizes and then launched at every step without allocation:
 * <pre>
 *   BlockedTensor ─▶ kernel factory (BatchNorm, WinogradConvolution, …) ─▶ Launch ─▶ Team ─▶ members 0..size−1
 * </pre>
 * Work is cut by member number, never by which thread is free, so a fixed team size gives bit-identical results.
 * Uses nothing of Lamina; knows neither networks nor oneDNN.
 */
@NullMarked
package dev.lamina.backend.cpu.kernel;

import org.jspecify.annotations.NullMarked;
