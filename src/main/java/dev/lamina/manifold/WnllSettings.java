package dev.lamina.manifold;

import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;

/**
 * Settings of the interpolation. Source: Wang et al. 2018; METHODS section 1.1.
 *
 * <p>The paper asks for 1,000 queries at a time. Training is not concerned: a step's images decide together.
 *
 * <p>Neighbors are counted as the authors' code does: the point itself is the first, so 15 neighbors are 14 others and
 * σ is the distance to the 7th of them. On MNIST this gives 97.74 % with {@link WeightKernel#REFERENCE_CODE} and 97.43 %
 * with {@link WeightKernel#PAPER}; with 16 and 9, the literal reading of the paper's text, the latter gives 97.50 %.
 */
public record WnllSettings(
        @Setting(
                defaultValue = "15",
                min = 2,
                max = 1000,
                unit = "points",
                meaning = "nearest neighbors that get a weight, the point itself counted")
        int neighbors,

        @Setting(
                defaultValue = "8",
                min = 2,
                max = 1000,
                unit = "points",
                meaning = "the neighbor whose distance is the scale σ, counted in the same way")
        int scaleNeighbor,

        @Setting(defaultValue = "\"reference-code\"", meaning = "which form of the weights")
        WeightKernel kernel,

        @Setting(defaultValue = "\"weighted\"", meaning = "whether labelled points pull with the extra weight μ")
        ExtraTerm extraTerm,

        @Setting(
                defaultValue = "1e-7",
                min = 1e-15,
                max = 1,
                maxExclusive = true,
                meaning = "relative residual at which conjugate gradients stop")
        double tolerance,

        @Setting(
                defaultValue = "0",
                min = 0,
                max = 100_000_000,
                unit = "points",
                meaning = "labelled points interpolated from at a time; 0 takes the whole template, which is best")
        int templateBatch,

        @Setting(
                defaultValue = "\"scores\"",
                meaning = "how the batches of a template decide: their scores add up, or each has a vote")
        TemplateVote templateVote,

        @Setting(
                defaultValue = "1000",
                min = 0,
                max = 100_000_000,
                unit = "points",
                meaning =
                        "queries asked at a time, which decide together: μ and neighbors depend on their number; 0 asks"
                                + " all at once")
        int queryBatch,

        @Setting(
                defaultValue = "200000",
                min = 0,
                max = 2_000_000_000,
                unit = "points",
                meaning = "template and queries beyond which neighbors are searched approximately")
        int approximateAbove) {
    public static final WnllSettings DEFAULT = new WnllSettings(
            15, 8, WeightKernel.REFERENCE_CODE, ExtraTerm.WEIGHTED, 1e-7, 0, TemplateVote.SCORES, 1000, 200_000);

    public WnllSettings {
        if (scaleNeighbor > neighbors) {
            throw new BadInputException(Message.of("manifold.farScaleNeighbor", scaleNeighbor, neighbors));
        }
    }

    public WnllSettings with(WeightKernel otherKernel) {
        return new WnllSettings(
                neighbors,
                scaleNeighbor,
                otherKernel,
                extraTerm,
                tolerance,
                templateBatch,
                templateVote,
                queryBatch,
                approximateAbove);
    }

    /** With another size of template batches, 0 for the whole template. */
    public WnllSettings withTemplateBatch(int size) {
        return new WnllSettings(
                neighbors,
                scaleNeighbor,
                kernel,
                extraTerm,
                tolerance,
                size,
                templateVote,
                queryBatch,
                approximateAbove);
    }

    /** With another number of queries that are asked at a time, 0 for all at once. */
    public WnllSettings withQueryBatch(int size) {
        return new WnllSettings(
                neighbors,
                scaleNeighbor,
                kernel,
                extraTerm,
                tolerance,
                templateBatch,
                templateVote,
                size,
                approximateAbove);
    }

    /** With approximate neighbors where template and queries are more than so many. */
    public WnllSettings withApproximateAbove(int points) {
        return new WnllSettings(
                neighbors,
                scaleNeighbor,
                kernel,
                extraTerm,
                tolerance,
                templateBatch,
                templateVote,
                queryBatch,
                points);
    }

    /** How many nearest other points the graph must hold. */
    public int graphNeighbors() {
        return neighbors - 1;
    }

    /** μ, 0 where the extra term is left out. */
    double extraWeight(int points, int templates) {
        return extraTerm == ExtraTerm.PLAIN ? 0 : kernel.extraWeight(points, templates);
    }

    /** Which of the other points, from 0, gives the scale σ. */
    int scaleIndex() {
        return scaleNeighbor - 2;
    }
}
