/** The CPU backend: oneDNN and our own vector kernels on blocked layouts, planned once per program and batch size. */
@NullMarked
package dev.lamina.backend.cpu;

import org.jspecify.annotations.NullMarked;
