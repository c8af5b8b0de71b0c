package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunRecord.DataDescription;
import dev.lamina.archive.RunState;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.train.Checkpoint;
import dev.lamina.train.Progress;
import dev.lamina.train.TrainingStages;
import java.util.Objects;
import java.util.Optional;

/** What must hold before a run goes on, so that nothing of its folder is touched where it does not. */
record ResumeCheck(RunFolder folder, RunRecord record, ExperimentSetup setup) {
    /** @throws BadInputException if the data is not what the run began with, or has become other values since */
    void requireSameData() {
        DataDescription began = record.data();
        DataDescription found = setup.data();
        boolean same = began.trainingSha256().equals(found.trainingSha256())
                && began.testSha256().equals(found.testSha256())
                && Objects.equals(began.validationSha256(), found.validationSha256());
        if (!same && began.readingVersion() < found.readingVersion()) {
            String lamina = record.versions().get("lamina");
            throw new BadInputException((lamina == null
                            ? Message.of("experiment.picturesReadAnew")
                            : Message.of("experiment.picturesReadAnewSince", lamina))
                    .at(folder.record()));
        }
        if (!same) {
            throw new BadInputException(
                    Message.of("experiment.otherData", record.data().source()).at(folder.record()));
        }
    }

    /** @throws BadInputException if a checkpoint is missing that must be there, or counts other steps than the plan */
    void requireFit(Optional<Checkpoint> checkpoint) {
        checkpoint.map(Checkpoint::progress).ifPresentOrElse(this::requireSameSteps, this::requireNoCheckpointYet);
    }

    /** A run that ends without a word before its first checkpoint begins anew; any other has one. */
    private void requireNoCheckpointYet() {
        boolean due = record.epochsDone() > setup.plan().checkpointEveryEpochs();
        if (due || record.state() == RunState.STOPPED) {
            throw new BadInputException(Message.of("experiment.checkpointGone", record.epochsDone(), record.step())
                    .at(folder.checkpoints()));
        }
    }

    private void requireSameSteps(Progress progress) {
        TrainingStages stages = setup.plan().stages();
        int stepsPerEpoch = stages.ofEpoch(progress.epoch()).stepsPerEpoch();
        long steps = stages.stepsBefore(progress.epoch()) + progress.stepInEpoch();
        boolean counted = progress.stepInEpoch() == 0 || progress.sums().examples() > 0;
        if (progress.step() != steps || progress.stepInEpoch() > stepsPerEpoch || !counted) {
            throw new BadInputException(Message.of(
                            "experiment.otherSteps",
                            progress.step(),
                            progress.epochsDone(),
                            stepsPerEpoch,
                            progress.stepInEpoch())
                    .at(folder.checkpoints()));
        }
    }
}
