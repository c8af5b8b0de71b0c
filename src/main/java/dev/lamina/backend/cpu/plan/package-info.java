/**
 * From a program to a flat list of launches with all memory in place.
 *
 * <pre>
 *   Program ─ UpdateScheduling ─ ParameterLayouts ─▶ Lowering (one class a family of operations)
 *                                                        │ steps on tensors = descriptor + buffer
 *                                                        ▼
 *            PlanBuilder ─▶ Plan: steps, lifetimes, packing ─ bind(Binding) ─▶ Runnables
 * </pre>
 *
 * Feature maps are blocked nChw{B}c in the session's precision, everything else is plain float32; a value needed in
 * another layout gets a reorder step, made once. Uses the packages memory, onednn and kernel beside it.
 */
@NullMarked
package dev.lamina.backend.cpu.plan;

import org.jspecify.annotations.NullMarked;
