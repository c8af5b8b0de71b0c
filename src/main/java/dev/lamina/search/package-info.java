/**
 * The search for settings of a configuration: what may vary, the strategies that choose the next point, successive halving
 * and what each dimension was worth. Pure functions of what was observed: no files, no clock, no state to lose.
 *
 * <pre>
 *   Search: space ─▶ SearchSpace (Dimension by key)      Observation: Point, value
 *           strategy ─▶ Strategy.next ─▶ Point ◀──────────┘
 *           halving ─▶ Rungs.promoted ─▶ which paused trial goes on      all of it: SearchPlan.next ─▶ SearchStep
 *   afterwards: Importance (PED-ANOVA), ParetoFront
 * </pre>
 *
 * Uses setting and tensor.
 */
@NullMarked
package dev.lamina.search;

import org.jspecify.annotations.NullMarked;
