package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Message;
import dev.lamina.nn.head.StageOutline;
import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.HalveEverySchedule;
import dev.lamina.nn.optim.MultiStepSchedule;
import dev.lamina.nn.optim.Schedule;
import dev.lamina.nn.optim.StepSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A training made shorter: every number of epochs in it times one factor, rounded, at least 1. Worked example: 0.25 makes
 * of 400 epochs, halved every 50, 100 epochs, halved every 13. WNLL stages keep their length: a few steps of one layer.
 *
 * @param factor above 0, at most 1
 * @param points of a curve over one stage at most
 */
public record Shortening(double factor, int points) {
    /** As in the paper, with a point for each epoch. */
    static final Shortening NONE = new Shortening(1, Integer.MAX_VALUE);

    private static final int CHECKPOINTS = 20;

    public Shortening {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("a training cannot be shortened to " + factor + " of its length");
        }
    }

    int epochs(int published) {
        return (int) Math.max(1, Math.round(published * factor));
    }

    /**
     * The same training, shorter. What costs time and changes nothing comes at intervals: the measurements that are
     * switched on, the test set's evaluation, and checkpoints.
     */
    ExperimentConfig of(ExperimentConfig config) {
        int epochs = epochs(config.training().epochs());
        int every = Math.ceilDiv(epochs, points);
        List<String> overrides = new ArrayList<>(List.of(
                "training.epochs=" + epochs,
                "training.warmUpEpochs=" + config.training().warmUpEpochs() * factor,
                "training.checkpointEveryEpochs=" + Math.ceilDiv(epochs, CHECKPOINTS),
                "probes.gbr.everyEpochs=" + every,
                "probes.testEveryEpochs=" + every));
        switch (config.training().schedule()) {
            case HalveEverySchedule(int halving) -> overrides.add("training.schedule.epochs=" + epochs(halving));
            case StepSchedule(int step, double _) -> overrides.add("training.schedule.every=" + epochs(step));
            case MultiStepSchedule(List<Integer> at, double _) ->
                overrides.add("training.schedule.at=" + milestones(at));
            case ConstantSchedule _, CosineSchedule _ -> {}
        }
        if (config.decidingHead()
                .interpolated()
                .filter(i -> i.probeEveryEpochs() > 0)
                .isPresent()) {
            overrides.add("head.probeEveryEpochs=" + every);
        }
        return PaperConfigs.with(config, overrides.toArray(String[]::new));
    }

    /** No two of them coincide. */
    private List<Integer> milestones(List<Integer> published) {
        List<Integer> shorter = new ArrayList<>();
        for (int at : published.stream().sorted().toList()) {
            int earliest = shorter.isEmpty() ? 1 : shorter.getLast() + 1;
            shorter.add(Math.max(earliest, epochs(at)));
        }
        return shorter;
    }

    /** What was shortened: "400 → 100 epochs a linear stage, rate halved every 13 instead of halved every 50". */
    List<Message> words(ExperimentConfig published) {
        ExperimentConfig shorter = of(published);
        List<Message> words = new ArrayList<>();
        int before = published.training().epochs();
        int after = shorter.training().epochs();
        if (before != after) {
            boolean stages = published.decidingHead().stages().size() > 1;
            words.add(Message.of(stages ? "reproduce.fewerEpochsOfStage" : "reproduce.fewerEpochs", before, after));
        }
        Message schedule = schedule(shorter.training().schedule());
        Message theirs = schedule(published.training().schedule());
        if (!schedule.equals(theirs)) {
            words.add(Message.of("reproduce.rate", schedule, theirs));
        }
        return words;
    }

    private static Message schedule(Schedule schedule) {
        return switch (schedule) {
            case HalveEverySchedule(int epochs) -> Message.of("reproduce.halved", epochs);
            case StepSchedule(int every, double factor) -> Message.of("reproduce.times", String.valueOf(factor), every);
            case MultiStepSchedule(List<Integer> at, double factor) ->
                Message.of("reproduce.timesAt", String.valueOf(factor), at.toString());
            case ConstantSchedule _ -> Message.of("reproduce.constant");
            case CosineSchedule _ -> Message.of("reproduce.cosine");
        };
    }

    /** The length of a training: "810", "2 × (400 + 5)". */
    static String length(ExperimentConfig config) {
        List<StageOutline> stages = config.decidingHead().stages();
        int alternations = stages.getLast().alternation();
        String one = stages.subList(0, stages.size() / alternations).stream()
                .map(stage -> String.valueOf(stage.epochs(config.training().epochs())))
                .collect(Collectors.joining(" + "));
        return stages.size() == 1 ? one : alternations + " × (" + one + ")";
    }
}
