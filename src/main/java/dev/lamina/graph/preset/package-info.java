/**
 * Networks known by name, as graphs. A preset is a family of networks with its settings as a record; the catalog gives
 * the well-known members their names. Uses graph, nn and tensor only.
 */
@NullMarked
package dev.lamina.graph.preset;

import org.jspecify.annotations.NullMarked;
