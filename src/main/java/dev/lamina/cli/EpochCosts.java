package dev.lamina.cli;

import dev.lamina.event.TrainingEvent;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the epochs of a run cost, by stage, and what reading GBR adds: means over the epochs but the first of each stage,
 * in which machine code is still made, where there is another.
 */
final class EpochCosts {
    private final Map<String, List<Cost>> stages = new LinkedHashMap<>();
    private final List<Double> gbrSeconds = new ArrayList<>();
    private String stage = "linear";
    private double gbrOfEpoch;

    /** @param measuring evaluation, WNLL's interpolation among it, without GBR */
    private record Cost(double training, double measuring) {}

    void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.StageStarted e -> stage = e.stage().id();
            // One within an epoch is no part of what is measured behind its last step.
            case TrainingEvent.StepCompleted _ -> gbrOfEpoch = 0;
            case TrainingEvent.ReadingMeasured e
            when Tags.GBRS.stream().anyMatch(tag -> e.value(tag).isPresent()) -> {
                gbrOfEpoch = e.durationSeconds();
                gbrSeconds.add(gbrOfEpoch);
            }
            case TrainingEvent.EpochCompleted e -> {
                double training = e.metrics().value(Tags.EPOCH_SECONDS).orElse(0);
                stages.computeIfAbsent(stage, _ -> new ArrayList<>())
                        .add(new Cost(training, Math.max(0, e.measuringSeconds() - gbrOfEpoch)));
                gbrOfEpoch = 0;
            }
            default -> {}
        }
    }

    /** One line: {@code time of an epoch: linear 0.950 s + 0.102 s of evaluation; reading GBR 0.41 s, 43 % of a linear epoch's}. */
    Optional<Message> line() {
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        List<Message> parts = new ArrayList<>();
        stages.forEach((name, costs) -> parts.add(Message.of(
                "cli.costOfStage",
                name,
                mean(costs.stream().map(Cost::training).toList()),
                mean(costs.stream().map(Cost::measuring).toList()))));
        Map.Entry<String, List<Cost>> first = stages.entrySet().iterator().next();
        double training = mean(first.getValue().stream().map(Cost::training).toList());
        if (!gbrSeconds.isEmpty() && training > 0) {
            parts.add(Message.of("cli.costOfGbr", mean(gbrSeconds), 100 * mean(gbrSeconds) / training, first.getKey()));
        }
        return Message.together(parts).map(all -> Message.of("cli.costOfEpoch", all));
    }

    private static double mean(List<Double> seconds) {
        return seconds.stream()
                .skip(seconds.size() > 1 ? 1 : 0)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
