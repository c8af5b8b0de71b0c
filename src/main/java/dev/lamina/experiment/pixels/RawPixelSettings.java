package dev.lamina.experiment.pixels;

import dev.lamina.manifold.WnllSettings;

/**
 * How the raw-pixel comparison is done.
 *
 * @param wnll of the interpolation
 * @param voters k of the k nearest neighbors
 * @param threads that compute, at least 1
 * @param seed of the linear classifiers' weights and batches
 */
public record RawPixelSettings(WnllSettings wnll, int voters, int threads, long seed) {}
