/**
 * The backend that judges the others: plain Java in double precision, one thread, slow, and every operation a direct
 * transcription of the formula in its docstring.
 *
 * <pre>
 *   ReferenceSession: parameters and state as doubles, by name
 *      └ prepare ─▶ ReferenceExecutable: inputs and intermediates ─ one Operation after the other ─▶ its family's class
 * </pre>
 *
 * {@link dev.lamina.backend.reference.ReferenceExecutable#runDouble} hands doubles in and out, for gradient checks.
 * Uses backend, program, nn and tensor only.
 */
@NullMarked
package dev.lamina.backend.reference;

import org.jspecify.annotations.NullMarked;
