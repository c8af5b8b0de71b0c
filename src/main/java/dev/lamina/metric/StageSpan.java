package dev.lamina.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Consecutive epochs of one stage; what is not trained through the linear head stands shaded in charts and figures. */
public record StageSpan(StageLabel stage, int firstEpoch, int lastEpoch) {
    private static final String UNSHADED = "linear";

    /** The stages of a run in order; none where it is trained in one way. */
    public static List<StageSpan> of(List<EpochMetrics> epochs) {
        List<StageSpan> spans = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < epochs.size(); i++) {
            StageLabel stage = epochs.get(i).stage();
            boolean last = i == epochs.size() - 1
                    || !Objects.equals(stage, epochs.get(i + 1).stage());
            if (!last) {
                continue;
            }
            if (stage != null) {
                spans.add(new StageSpan(
                        stage, epochs.get(first).epoch(), epochs.get(i).epoch()));
            }
            first = i + 1;
        }
        return spans;
    }

    public boolean shaded() {
        return !stage.id().equals(UNSHADED);
    }

    /** What stands at the shaded stretch: "WNLL". */
    public String title() {
        return stage.id().toUpperCase(Locale.ROOT);
    }
}
