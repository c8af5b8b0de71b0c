package dev.lamina.manifold;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a squared distance d² becomes a weight, and how strongly labelled points pull. The paper and its reference code
 * differ; only the latter reproduces the paper's raw-pixel table (METHODS section 1.1).
 */
public enum WeightKernel {
    /** w = exp(−d²/σ²); μ = |X|/|X^te| − 1. */
    @JsonProperty("paper")
    PAPER,
    /** w = exp(−(d²/σ²)²); μ = ⌊|X|/|X^te|⌋. */
    @JsonProperty("reference-code")
    REFERENCE_CODE;

    /** w for a squared distance and σ². */
    double weight(double squaredDistance, double squaredScale) {
        double ratio = squaredDistance / squaredScale;
        return switch (this) {
            case PAPER -> Math.exp(-ratio);
            case REFERENCE_CODE -> Math.exp(-ratio * ratio);
        };
    }

    /** μ, the weight of the extra term that counters few labelled points. */
    double extraWeight(int points, int templates) {
        return switch (this) {
            case PAPER -> (double) points / templates - 1;
            case REFERENCE_CODE -> Math.floorDiv(points, templates);
        };
    }
}
