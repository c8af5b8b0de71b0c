package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.DataNotice;
import dev.lamina.data.TrainTest;
import dev.lamina.data.source.DataSource;
import dev.lamina.message.Message;
import dev.lamina.train.TrainingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether an experiment could start. */
public final class ExperimentCheck {
    private ExperimentCheck() {}

    /**
     * Does all that every run does before its first step: reads the data, resolves the network, prepares the training
     * program on the backend. Says in one line what there is, and in one line each what weight decay amounts to and what is
     * odd about network and data.
     *
     * @throws dev.lamina.tensor.BadInputException for whatever would keep the run from starting
     */
    public static List<Message> of(ExperimentConfig config, DataLocation where) {
        List<ExperimentConfig> runs = Sweep.configs(config);
        Map<DataSource, TrainTest> data = new HashMap<>();
        Set<Message> decays = new LinkedHashSet<>();
        Set<Message> warnings = new LinkedHashSet<>();
        Set<DataNotice> notices = new LinkedHashSet<>();
        for (ExperimentConfig run : runs) {
            ExperimentPreview preview = ExperimentPreview.of(run, where);
            decays.addAll(preview.decays());
            warnings.addAll(preview.warnings());
            ExperimentSetup setup = setup(run, where, data);
            notices.addAll(setup.notices());
            TrainingPlan plan = setup.plan();
            plan.batches().requireFit(plan.data().training());
        }
        ExperimentSetup setup = setup(runs.getFirst(), where, data);
        Message each = Message.of(
                "experiment.each",
                setup.data().trainingImages(),
                setup.data().testImages(),
                setup.parameters(),
                setup.plan().stages().epochs(),
                setup.stepsPerEpoch());
        List<Message> said = new ArrayList<>();
        said.add(
                runs.size() > 1
                        ? Message.of("experiment.fineRuns", runs.size(), each)
                        : Message.of("experiment.fine", each));
        said.addAll(decays);
        notices.forEach(notice -> said.add(Message.of("message." + notice.kind(), notice.message())));
        warnings.forEach(warning -> said.add(Message.of("message.warning", warning)));
        return said;
    }

    private static ExperimentSetup setup(ExperimentConfig run, DataLocation where, Map<DataSource, TrainTest> read) {
        return ExperimentSetup.of(run, read.computeIfAbsent(run.data().source(), source -> source.load(where)));
    }
}
