package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
import dev.lamina.nn.layer.NormStatistics;
import dev.lamina.probe.GbrFunction;
import java.util.List;
import java.util.Optional;

/** One table or figure of a paper. */
public sealed interface Reproduction
        permits WnllTable1,
                WnllTable2,
                WnllDegradation,
                WnllEvolution,
                WnllThousand,
                MpeluActivations,
                MpeluInitialization,
                GbrWeightDecay,
                EqualNormComparison,
                Regularizers {
    /** Paper, table or figure, and what is shown: one line. */
    Message title();

    /** What is compared. */
    List<Arm> arms();

    /** What is read from each run, the most important one first. */
    List<Quantity> quantities();

    /** What differs from the paper besides the length of the training, a sentence each. */
    List<Message> remarks();

    /** What the paper concludes. */
    List<Claim> claims(Results results);

    /** Nothing where there is no curve to draw, or none yet. */
    Optional<FigureSpec> figure(Results results);

    /** With which statistics of BN the finished network's heads are compared, see {@code probe.HeadComparison}. */
    default List<NormStatistics> comparedBy() {
        return List.of();
    }

    /** ε in gray values of 255 at which the finished network's accuracy on adversarial images is measured. */
    default List<Double> epsilons() {
        return List.of();
    }

    /** Functions of which GBR of the finished network is measured, besides the one of the metrics. */
    default List<GbrFunction> functions() {
        return List.of();
    }
}
