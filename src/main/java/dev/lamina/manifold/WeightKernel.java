package dev.lamina.manifold;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a squared distance d² becomes a weight, and how strongly labelled points pull. The paper and its reference code
 * differ; only the latter reproduces the paper's raw-pixel table (METHODS section 1.1).
 */
public enum WeightKernel {
    /** w = exp(−d²/σ²); μ = |X|/|X^te| − 1. */
    @JsonProperty("paper")
    PAPER {
        @Override
        double weight(double squaredDistance, double squaredScale) {
            return Math.exp(-squaredDistance / squaredScale);
        }

        @Override
        double extraWeight(int points, int templates) {
            return (double) points / templates - 1;
        }
    },
    /** w = exp(−(d²/σ²)²); μ = ⌊|X|/|X^te|⌋. */
    @JsonProperty("reference-code")
    REFERENCE_CODE {
        @Override
        double weight(double squaredDistance, double squaredScale) {
            double ratio = squaredDistance / squaredScale;
            return Math.exp(-ratio * ratio);
        }

        @Override
        double extraWeight(int points, int templates) {
            return Math.floorDiv(points, templates);
        }
    };

    /** w for a squared distance and σ². */
    abstract double weight(double squaredDistance, double squaredScale);

    /** μ, the weight of the extra term that counters few labelled points. */
    abstract double extraWeight(int points, int templates);
}
