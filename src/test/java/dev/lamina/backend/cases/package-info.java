/**
 * Small programs around one operation and its adjoints: gradient checks differentiate them on the reference backend, the
 * backend contract runs them on every other one. Each knows how rounding errors enter its results.
 */
package dev.lamina.backend.cases;
