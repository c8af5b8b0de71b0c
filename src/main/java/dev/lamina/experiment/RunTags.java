package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Message;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the tags of a run are called where its configuration says more than the tag: of a WNLL head which of its two heads
 * decides, and how many queries are asked at a time.
 */
public final class RunTags {
    private RunTags() {}

    public static UnaryOperator<Tag> of(ExperimentConfig config) {
        return queries(config).map(RunTags::ofTwoHeads).orElse(UnaryOperator.identity());
    }

    private static UnaryOperator<Tag> ofTwoHeads(Message queries) {
        return tag -> {
            if (tag.equals(Tags.WNLL_TEST_ACCURACY) || tag.equals(Tags.WNLL_VALIDATION_ACCURACY)) {
                return tag.on(
                        Message.of("experiment.partWith", tag.part(), queries).toString());
            }
            if (tag.equals(Tags.TEST_ACCURACY) || tag.equals(Tags.VALIDATION_ACCURACY)) {
                return tag.on(Message.of("experiment.partWith", tag.part(), Message.of("experiment.linearHead"))
                        .toString());
            }
            return Tags.GBRS.contains(tag)
                    ? tag.called(Message.of("experiment.ofLinearHead", tag.quantity())
                            .toString())
                    : tag;
        };
    }

    /** The same of a configuration's head; empty unless it interpolates. */
    public static Optional<Message> queries(ExperimentConfig config) {
        return config.decidingHead()
                .interpolated()
                .map(stage -> queries(stage.interpolation().queryBatch()));
    }

    /** How many queries of an interpolation decide together. */
    public static Message queries(int queryBatch) {
        return queryBatch == 0
                ? Message.of("experiment.queriesAtOnce")
                : Message.of("experiment.queriesOf", queryBatch);
    }
}
