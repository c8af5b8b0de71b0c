package dev.lamina.reproduce;

import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gathers what the run folders of a reproduction hold. */
final class ResultsReader {
    private ResultsReader() {}

    static Results read(Reproduction reproduction, ReproductionPlan plan, ReproductionFolder folder) {
        return new Results(reproduction.arms().stream()
                .map(arm -> ofArm(arm, plan.settings(), folder))
                .toList());
    }

    private static Results.OfArm ofArm(Arm arm, ReproductionSettings settings, ReproductionFolder folder) {
        List<ArmRun> runs = new ArrayList<>();
        List<List<EpochMetrics>> curves = new ArrayList<>();
        List<Message> failures = new ArrayList<>();
        for (int i = 0; i < (arm.random() ? settings.runs() : 1); i++) {
            long seed = settings.firstSeed() + i;
            StoredRun run = StoredRun.in(folder.run(arm, seed));
            Optional<ArmRun> result = folder.readResult(arm, seed);
            if (result.isPresent()) {
                runs.add(result.get());
                if (arm instanceof Arm.Trained) {
                    curves.add(run.metrics());
                }
            } else if (run.hasBegun()) {
                RunRecord record = run.record();
                if (record.state() == RunState.FAILED) {
                    failures.add(Message.of(
                            "reproduce.failure",
                            seed,
                            Objects.requireNonNullElse(record.message(), Message.of("reproduce.noReason"))));
                }
            }
        }
        return new Results.OfArm(arm, runs, curves, failures);
    }
}
