package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.WeightDecays;
import dev.lamina.message.Message;
import dev.lamina.nn.head.StageOutline;
import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.DecayExponent;
import dev.lamina.nn.optim.HalveEverySchedule;
import dev.lamina.nn.optim.MultiStepSchedule;
import dev.lamina.nn.optim.Schedule;
import dev.lamina.nn.optim.StepSchedule;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.setting.RecordFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A training made shorter: every number of epochs in it times one factor, rounded, at least 1. Worked example: 0.25 makes
 * of 400 epochs, halved every 50, 100 epochs, halved every 13. WNLL stages keep their length: a few steps of one layer.
 * With fewer steps the same λ decays less. So every λ is multiplied by Σ η in the paper / Σ η here, which leaves λ Σ η, see
 * {@link dev.lamina.nn.optim.DecayExponent}, as it is.
 *
 * @param factor above 0, at most 1
 * @param points of a curve over one stage at most
 */
public record Shortening(double factor, int points, ShorteningRule rule) {
    /** As in the paper, with a point for each epoch. */
    static final Shortening NONE = new Shortening(1, Integer.MAX_VALUE);

    private static final int CHECKPOINTS = 20;

    /** Sums of rates that differ by less are one, added up in another order. */
    private static final double SAME = 1e-9;

    public Shortening {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("a training cannot be shortened to " + factor + " of its length");
        }
    }

    Shortening(double factor, int points) {
        this(factor, points, ShorteningRule.SAME_EXPONENT);
    }

    private int epochs(int published) {
        return (int) Math.max(1, Math.round(published * factor));
    }

    /** The training of this length, with its λ. */
    ExperimentConfig of(PaperTraining training) {
        ExperimentConfig shorter = shorter(training.config());
        return switch (rule) {
            case SAME_DECAY -> shorter;
            case SAME_EXPONENT -> decayed(shorter, decayFactor(training, shorter));
        };
    }

    /** What every λ is multiplied by: Σ η in the paper over Σ η here. */
    private static double decayFactor(PaperTraining training, ExperimentConfig shorter) {
        double ratio = training.rateSum() / new WeightDecays(shorter, training.images()).rateSum();
        return Math.abs(ratio - 1) < SAME ? 1 : ratio;
    }

    private static ExperimentConfig decayed(ExperimentConfig config, double factor) {
        List<String> overrides = new ArrayList<>();
        overrides.add("training.weightDecay=" + config.training().weightDecay() * factor);
        EqualNorm norm = config.training().equalNorm();
        if (norm != null) {
            overrides.add("training.equalNorm.weightDecay=" + norm.weightDecay() * factor);
        }
        return factor == 1 ? config : PaperTraining.with(config, overrides.toArray(String[]::new));
    }

    /**
     * The same, shorter. What costs time and changes nothing comes at intervals: the measurements that are switched on, the
     * test set's evaluation, and checkpoints.
     */
    private ExperimentConfig shorter(ExperimentConfig config) {
        int epochs = epochs(config.training().epochs());
        int every = Math.ceilDiv(epochs, points);
        List<String> overrides = new ArrayList<>(List.of(
                "training.epochs=" + epochs,
                "training.warmUpEpochs=" + config.training().warmUpEpochs() * factor,
                "training.checkpointEveryEpochs=" + Math.ceilDiv(epochs, CHECKPOINTS),
                "probes.gbr.everyEpochs=" + every,
                "probes.testEveryEpochs=" + every));
        if (factor < 1) {
            ShorterSchedule schedule = new ShorterSchedule(config.training().schedule(), factor, epochs);
            Schedule shorter = rule == ShorteningRule.SAME_DECAY ? schedule.scaled() : schedule.keepingItsRates();
            overrides.add("training.schedule=" + RecordFiles.write((Record) shorter));
        }
        if (config.decidingHead()
                .interpolated()
                .filter(i -> i.probeEveryEpochs() > 0)
                .isPresent()) {
            overrides.add("head.probeEveryEpochs=" + every);
        }
        return PaperTraining.with(config, overrides.toArray(String[]::new));
    }

    /** What was shortened: "400 → 100 epochs a linear stage, rate halved every 13 instead of halved every 50". */
    List<Message> words(PaperTraining training) {
        ExperimentConfig published = training.config();
        ExperimentConfig shorter = shorter(published);
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

    /** Each λ, the paper's, its factor and the one used here, with its exponent, a sentence each; nothing of λ = 0. */
    List<Message> decays(PaperTraining training) {
        ExperimentConfig here = of(training);
        WeightDecays decays = new WeightDecays(here, training.images());
        List<Message> lines = new ArrayList<>();
        decays.plain()
                .ifPresent(decay -> lines.add(decay(
                        "reproduce.plainDecay", training.config().training().weightDecay(), decay)));
        EqualNorm norm = training.config().training().equalNorm();
        if (norm != null) {
            decays.shifted().ifPresent(decay -> lines.add(decay("reproduce.shiftedDecay", norm.weightDecay(), decay)));
        }
        if (!lines.isEmpty() && decayFactor(training, here) != 1) {
            lines.add(Message.of("reproduce.rateSums", decays.rateSum(), training.rateSum()));
        }
        return lines;
    }

    private static Message decay(String key, double published, DecayExponent here) {
        double factor = here.lambda() / published;
        Message lambda = factor == 1
                ? Message.of("reproduce.asPublished", published)
                : Message.of("reproduce.scaled", published, factor, here.lambda());
        return Message.of(key, lambda, here.words());
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
