package dev.lamina.reproduce;

import org.jspecify.annotations.Nullable;

/**
 * Which of its variants a reproduction is done in.
 *
 * @param network id of the network, null for the usual one
 * @param images training images, null for the usual number
 */
public record ReproductionOptions(
        @Nullable String network, @Nullable Integer images) {}
