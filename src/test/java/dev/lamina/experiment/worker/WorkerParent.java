package dev.lamina.experiment.worker;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.setting.RecordFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that trains in a worker, CONFIG to FOLDER, and says so after the first epoch. */
final class WorkerParent {
    private WorkerParent() {}

    public static void main(String[] args) throws Exception {
        ExperimentConfig config =
                RecordFiles.parse(Files.readString(Path.of(args[0])), "test", ExperimentConfig.class, List.of());
        CommandQueue commands = new CommandQueue();
        commands.submit(new TrainingCommand.Resume());
        new Runs(DataLocation.standard(null), RunPlace.OWN_PROCESS, 60)
                .start(
                        config,
                        Path.of(args[1]),
                        event -> {
                            if (event instanceof TrainingEvent.EpochCompleted epoch
                                    && epoch.metrics().epoch() == 1) {
                                System.out.println("trains");
                            }
                        },
                        commands)
                .await();
    }
}
