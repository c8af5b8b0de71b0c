/**
 * Interpolation on the data's manifold: the weighted nonlocal Laplacian (WNLL).
 *
 * <pre>
 *   points [n, d] ─ ExactNeighbors / ApproximateNeighbors ─▶ NeighborGraph (k nearest of every point, squared distances)
 *        ─ EdgeWeights (kernel variant) ─▶ SparseMatrix W ─ InterpolationSystem (S = W + Wᵀ, extra weight μ on templates)
 *        ─ ConjugateGradients, all classes at once ─▶ scores u [queries, classes]
 *   WeightedNonlocalLaplacian ties the row together; TemplateBatches sums scores over parts of a large template.
 *   OneMorePoint asks for a place between the points; Propagation shows Jacobi's sweeps on the way to the same solution.
 * </pre>
 *
 * Knows points and labels, nothing of networks. Uses tensor and setting only; JVector for the approximate search.
 */
@NullMarked
package dev.lamina.manifold;

import org.jspecify.annotations.NullMarked;
