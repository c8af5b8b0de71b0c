package dev.lamina.experiment.worker;

import dev.lamina.archive.StoredRun;
import dev.lamina.data.DataLocation;
import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.experiment.Backends;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A measurement in the process that a run's backend needs: {@code lamina measure} there, its answer read back. */
final class WorkerMeasurement {
    private WorkerMeasurement() {}

    static ReadingMeasured of(StoredRun run, String probe, DataLocation where) {
        Path folder = run.folder().path();
        return answer(WorkerCommand.measure(Backends.deciding(run.config()), folder, probe, where), folder);
    }

    /** @throws BadInputException with the last words of a process that has no answer */
    static ReadingMeasured answer(List<String> command, Path folder) {
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            LastWords lastWords = new LastWords();
            Thread errors = Thread.ofVirtual()
                    .start(() ->
                            process.errorReader(StandardCharsets.UTF_8).lines().forEach(lastWords::add));
            Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines();
            List<String> answers = lines.filter(line -> line.startsWith("{")).toList();
            errors.join();
            if (process.waitFor() == 0
                    && !answers.isEmpty()
                    && JsonLines.event(answers.getLast()) instanceof ReadingMeasured measured) {
                return measured;
            }
            String complaint = lastWords.complaint();
            throw new BadInputException(
                    complaint.isEmpty()
                            ? Message.of("experiment.noAnswer", folder).at(folder)
                            : Message.verbatim(complaint));
        } catch (IOException e) {
            throw new BadInputException(Message.of("experiment.noMeasuringProcess", FileFault.reason(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException(Message.of("experiment.interrupted", folder), e);
        }
    }
}
