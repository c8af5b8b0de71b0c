/** Lamina. */
@org.jspecify.annotations.NullMarked
package dev.lamina;
