package dev.lamina.experiment.pixels;

import dev.lamina.manifold.WnllSettings;

/**
 * How the raw-pixel comparison is done.
 *
 * @param wnll of the interpolation
 * @param voters k of the k nearest neighbors
 * @param threads that compute, at least 1
 * @param seed of the linear classifiers' weights and batches
 * @param linearEpochs that the linear classifiers are trained for; 0 for as many as they usually need
 * @param exponent p of the graph p-Laplacian
 */
public record RawPixelSettings(
        WnllSettings wnll, int voters, int threads, long seed, int linearEpochs, double exponent) {}
