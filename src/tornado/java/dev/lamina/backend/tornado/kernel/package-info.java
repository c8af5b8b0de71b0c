/**
 * Kernels: static methods that TornadoVM compiles for the device, one class per family of operations.
 *
 * <p>All tensors of a program lie in one array; a kernel gets the offset of each (−1 for one that is not there), counts
 * and other constants as scalars, which become constants of the compiled kernel. Element-wise kernels run one work item
 * an element, the last group running over; kernels that sum run one work group of {@link
 * dev.lamina.backend.tornado.kernel.Lanes#GROUP} items a sum and add up in local memory, always in the same order. What
 * TornadoVM cannot compile or computes wrongly stands in this package's way: no unsigned shift, no constant arrays, no
 * exceptions, no local memory in helpers, no library function's name for a kernel, no keyword of OpenCL or CUDA (such as
 * "kernel") for a parameter.
 */
@NullMarked
package dev.lamina.backend.tornado.kernel;

import org.jspecify.annotations.NullMarked;
