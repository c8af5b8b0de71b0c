/**
 * The peer of the benchmark: the same networks and the same training step in libtorch, through its JavaCPP preset, as
 * its users would write them. Compiled by the Maven profile "bench" only; nothing else knows of it.
 */
@NullMarked
package dev.lamina.bench.libtorch;

import org.jspecify.annotations.NullMarked;
