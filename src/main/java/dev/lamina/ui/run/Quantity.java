package dev.lamina.ui.run;

import dev.lamina.metric.Metric;
import dev.lamina.ui.chart.Legend;
import dev.lamina.ui.chart.Side;
import dev.lamina.ui.chart.Stored;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the live charts show: measured after every epoch (with a metric) or at every step (without). */
public enum Quantity {
    TRAIN_ACCURACY(ChartKind.ACCURACY, Side.LEFT, 0, Metric.TRAIN_ACCURACY),
    VALIDATION_ACCURACY(ChartKind.ACCURACY, Side.LEFT, 2, Metric.VALIDATION_ACCURACY),
    TEST_ACCURACY(ChartKind.ACCURACY, Side.LEFT, 1, Metric.TEST_ACCURACY),
    WNLL_VALIDATION_ACCURACY(ChartKind.ACCURACY, Side.LEFT, 7, Metric.WNLL_VALIDATION_ACCURACY),
    WNLL_TEST_ACCURACY(ChartKind.ACCURACY, Side.LEFT, 6, Metric.WNLL_TEST_ACCURACY),
    GBR(ChartKind.ACCURACY, Side.RIGHT, 3, Metric.GBR),
    NORM_PRODUCT(ChartKind.ACCURACY, Side.RIGHT, 4, Metric.LOG10_NORM_PRODUCT),
    WEIGHT_DECAY_BOUND(ChartKind.ACCURACY, Side.RIGHT, 5, Metric.LOG10_WEIGHT_DECAY_BOUND),
    BATCH_LOSS(ChartKind.LOSS, Side.LEFT, 5, null),
    TRAIN_LOSS(ChartKind.LOSS, Side.LEFT, 0, Metric.TRAIN_LOSS),
    VALIDATION_LOSS(ChartKind.LOSS, Side.LEFT, 2, Metric.VALIDATION_LOSS),
    TEST_LOSS(ChartKind.LOSS, Side.LEFT, 1, Metric.TEST_LOSS),
    LEARNING_RATE(ChartKind.LEARNING_RATE, Side.LEFT, 0, null),
    IMAGES_PER_SECOND(ChartKind.THROUGHPUT, Side.LEFT, 2, null);

    private final ChartKind chart;
    private final Side side;
    private final int color;
    private final @Nullable Metric metric;

    Quantity(ChartKind chart, Side side, int color, @Nullable Metric metric) {
        this.chart = chart;
        this.side = side;
        this.color = color;
        this.metric = metric;
    }

    public ChartKind chart() {
        return chart;
    }

    public Side side() {
        return side;
    }

    /** Number in the palette of charts. */
    public int color() {
        return color;
    }

    /** What is measured once an epoch; empty where a value comes with every step. */
    public Optional<Metric> metric() {
        return Optional.ofNullable(metric);
    }

    /** Norm products are kept as logarithms. */
    public Stored stored() {
        return this == NORM_PRODUCT || this == WEIGHT_DECAY_BOUND ? Stored.LOGARITHM_BASE_10 : Stored.VALUE;
    }

    /** WNLL's accuracies belong into the legend of a run that has them only. */
    public Legend.Presence presence() {
        return this == WNLL_VALIDATION_ACCURACY || this == WNLL_TEST_ACCURACY
                ? Legend.Presence.WITH_DATA
                : Legend.Presence.ALWAYS;
    }

    /** Key of its name. */
    public String textKey() {
        return "quantity." + name();
    }
}
