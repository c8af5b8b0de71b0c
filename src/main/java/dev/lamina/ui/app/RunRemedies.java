package dev.lamina.ui.app;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.chart.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done about a run that failed: one that diverged goes better with a tenth of the learning rate. */
final class RunRemedies {
    private static final String DIVERGED = "experiment.notFinite";
    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private final Supplier<@Nullable ExperimentDocument> open;
    private final Runnable run;

    /**
     * @param open the experiment that is open, null if none is
     * @param run starts it
     */
    RunRemedies(Supplier<@Nullable ExperimentDocument> open, Runnable run) {
        this.open = open;
        this.run = run;
    }

    Optional<Remedy> of(Message failure) {
        ExperimentDocument document = open.get();
        if (document == null || !failure.says(DIVERGED)) {
            return Optional.empty();
        }
        BigDecimal rate = smaller(document.config().training().learningRate());
        return Optional.of(new Remedy(
                "remedy.smallerRate", List.of(Numbers.shortText(rate.doubleValue())), () -> again(document, rate)));
    }

    private void again(ExperimentDocument document, BigDecimal rate) {
        try {
            document.set("training.learningRate", rate.toString());
        } catch (BadInputException _) {
            // Too small to be a rate: the form says so, where it can be typed.
            return;
        }
        run.run();
    }

    /** A tenth, in one digit: 0.5 becomes 0.05. */
    static BigDecimal smaller(double rate) {
        return new BigDecimal(rate).round(ONE_DIGIT).scaleByPowerOfTen(-1);
    }
}
