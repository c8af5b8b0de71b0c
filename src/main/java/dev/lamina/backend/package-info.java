/**
 * What executes programs. A backend knows values and operations, nothing of networks, training or files.
 *
 * <pre>
 *   BackendProvider (ServiceLoader) ─▶ Backend ─ open ─▶ Session: parameters and state, by name
 *                                                   └ prepare(Program) ─▶ Executable ─ run(inputs) ─▶ outputs
 *                                                   └ CompilationListener: "compiling kernels 12/180"
 * </pre>
 *
 * All programs of a session share its parameters and state; one program runs at a time. A backend that lacks an
 * operation says so at {@code prepare}, naming the layer: nothing falls back silently. Uses program and tensor only.
 */
@NullMarked
package dev.lamina.backend;

import org.jspecify.annotations.NullMarked;
