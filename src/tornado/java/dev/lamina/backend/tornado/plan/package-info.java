/**
 * From a program to tasks on one array of device memory, without a device.
 *
 * <pre>
 *   Program ─ MemoryPlan: persistent values | inputs | outputs | packed gradients | intermediates that share by lifetime
 *           ─ one Lowering a family of operations ─▶ KernelTask: a kernel with its offsets, constants and grid
 *           ─▶ DevicePlan: the tasks of each operation in order
 * </pre>
 *
 * {@link dev.lamina.backend.tornado.plan.ProductRoutine} decides whether a convolution gathers its factors itself or fills
 * {@link dev.lamina.backend.tornado.plan.ProductArrays} for a product of matrices:
 *
 * <pre>
 *   x ─ taps ─┐                                    dy ─ pixels ─┐
 *   w ─ weights ─ product ─ pixels (+ bias) ─▶ y     w ─ weights ─ product ─ taps ─ sums ─▶ dx
 * </pre>
 *
 * Updates of parameters that follow the same rule become one task: their parameters, states and gradients lie one behind
 * the other, in the same order. Uses program, nn, tensor and the kernels.
 */
@NullMarked
package dev.lamina.backend.tornado.plan;

import org.jspecify.annotations.NullMarked;
