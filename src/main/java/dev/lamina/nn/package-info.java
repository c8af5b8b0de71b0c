/**
 * What a network can be made of, as immutable records with their reference formulas in double precision.
 * A record is what the file holds, the editor edits and the compiler reads. Uses tensor and setting, and of
 * manifold the settings that the WNLL head is made of.
 */
@NullMarked
package dev.lamina.nn;

import org.jspecify.annotations.NullMarked;
