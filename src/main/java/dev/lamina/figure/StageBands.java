package dev.lamina.figure;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.StageLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The stretches of a run that were not trained through the linear head, from half an epoch before to half behind. */
final class StageBands {
    private static final String UNSHADED = "linear";

    private StageBands() {}

    static List<Band> of(List<EpochMetrics> epochs) {
        List<Band> bands = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < epochs.size(); i++) {
            StageLabel stage = epochs.get(i).stage();
            boolean last = i == epochs.size() - 1
                    || !Objects.equals(stage, epochs.get(i + 1).stage());
            if (!last) {
                continue;
            }
            if (stage != null && !stage.id().equals(UNSHADED)) {
                double from = epochs.get(first).epoch() - 0.5;
                bands.add(new Band(from, epochs.get(i).epoch() + 0.5, stage.id().toUpperCase(Locale.ROOT)));
            }
            first = i + 1;
        }
        return bands;
    }
}
