package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.DataNotice;
import dev.lamina.data.TrainTest;
import dev.lamina.data.source.DataSource;
import dev.lamina.tensor.Counted;
import dev.lamina.train.TrainingPlan;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an experiment could start. */
public final class ExperimentCheck {
    private ExperimentCheck() {}

    /**
     * Does all that every run does before its first step: reads the data, resolves the network, prepares the training
     * program on the backend. Says in one line what there is, and in one line each what is odd about network and data.
     *
     * @throws dev.lamina.tensor.BadInputException for whatever would keep the run from starting
     */
    public static String of(ExperimentConfig config, DataLocation where) {
        List<ExperimentConfig> runs = Sweep.configs(config);
        Map<DataSource, TrainTest> data = new HashMap<>();
        Set<String> warnings = new LinkedHashSet<>();
        Set<DataNotice> notices = new LinkedHashSet<>();
        for (ExperimentConfig run : runs) {
            warnings.addAll(ExperimentPreview.of(run, where).warnings());
            ExperimentSetup setup = setup(run, where, data);
            notices.addAll(setup.notices());
            TrainingPlan plan = setup.plan();
            plan.batches().requireFit(plan.data().training());
        }
        ExperimentSetup setup = setup(runs.getFirst(), where, data);
        String warned = Stream.concat(
                        notices.stream().map(notice -> notice.kind() + ": " + notice.line()),
                        warnings.stream().map(text -> "warning: " + text))
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "fine: %s%,d training and %s, %s, %s of %s%s",
                runs.size() > 1 ? runs.size() + " runs, each with " : "",
                setup.data().trainingImages(),
                Counted.of(setup.data().testImages(), "test image"),
                Counted.of(setup.parameters(), "parameter"),
                Counted.of(setup.plan().stages().epochs(), "epoch"),
                Counted.of(setup.stepsPerEpoch(), "step"),
                warned);
    }

    private static ExperimentSetup setup(ExperimentConfig run, DataLocation where, Map<DataSource, TrainTest> read) {
        return ExperimentSetup.of(run, read.computeIfAbsent(run.data().source(), source -> source.load(where)));
    }
}
