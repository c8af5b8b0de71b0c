/**
 * The backend that computes on graphics cards, through TornadoVM (OpenCL or CUDA); compiled only where an installed
 * TornadoVM is given.
 */
@NullMarked
package dev.lamina.backend.tornado;

import org.jspecify.annotations.NullMarked;
