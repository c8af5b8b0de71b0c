package dev.lamina.figure.plan;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.StageLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stages of training that rows of epochs tell. */
final class Stages {
    private Stages() {}

    /** An epoch without numbers for each, in order; of several runs that of any. */
    static List<EpochMetrics> of(List<Row> rows) {
        Map<Integer, EpochMetrics> epochs = new TreeMap<>();
        for (Row row : rows) {
            Double epoch = Numbers.parsed(row.value("epoch"));
            Double alternation = Numbers.parsed(row.value("alternation"));
            if (epoch != null && alternation != null) {
                StageLabel stage = new StageLabel(row.value("stage"), alternation.intValue());
                epochs.putIfAbsent(
                        epoch.intValue(), EpochMetrics.of(epoch.intValue(), epoch.intValue(), stage, Map.of()));
            }
        }
        return new ArrayList<>(epochs.values());
    }
}
