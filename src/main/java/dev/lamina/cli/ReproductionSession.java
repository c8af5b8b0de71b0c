package dev.lamina.cli;

import dev.lamina.archive.RunState;
import dev.lamina.data.DataLocation;
import dev.lamina.message.Message;
import dev.lamina.reproduce.Arm;
import dev.lamina.reproduce.Reproduction;
import dev.lamina.reproduce.ReproductionCatalog;
import dev.lamina.reproduce.ReproductionReport;
import dev.lamina.reproduce.ReproductionResult;
import dev.lamina.reproduce.ReproductionRun;
import dev.lamina.reproduce.ReproductionSettings;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;

/** Follows a reproduction to its end and prints its table; Ctrl-C stops it in good order. */
final class ReproductionSession {
    private ReproductionSession() {}

    /** Returns the exit code. */
    static int run(ReproductionSettings settings, Path folder, DataLocation where, Voice voice, TimeLimit limit)
            throws InterruptedException {
        Reproduction reproduction = ReproductionCatalog.create(settings.name(), settings.options(), where);
        if (settings.backend() != null && reproduction.arms().stream().noneMatch(Arm.Trained.class::isInstance)) {
            throw new BadInputException(
                    Message.of("reproduce.noChoice", settings.name()).at("--backend " + settings.backend()));
        }
        var progress = new ReproductionProgress(voice, Terminal.attached());
        var run = new ReproductionRun(reproduction, settings, folder, where, progress, voice.language());
        try (StopSignals _ = new StopSignals(cause -> stop(run, cause, progress));
                TimeLimit.Clock _ = limit.begin(() -> stop(run, StopCause.TIME_LIMIT, progress))) {
            ReproductionResult result = run.run();
            result.report().ifPresent(report -> print(report, progress, voice));
            result.notes().forEach(note -> progress.say(Message.of("message.note", note)));
            progress.say(last(result, folder));
            return exitCode(result.state());
        }
    }

    private static void stop(ReproductionRun run, StopCause cause, ReproductionProgress progress) {
        run.stop();
        cause.words().ifPresent(progress::say);
    }

    private static void print(ReproductionReport report, ReproductionProgress progress, Voice voice) {
        TextTable table = new TextTable(texts(ReproductionReport.COLUMNS, voice));
        report.rows().forEach(row -> table.add((Object[]) texts(row, voice)));
        progress.line(table.render());
        report.verdicts().forEach(progress::say);
        report.reproduction().remarks().forEach(progress::say);
        report.failures().forEach(failure -> progress.say(Message.of("cli.noResult", failure)));
    }

    private static String[] texts(List<Message> cells, Voice voice) {
        return cells.stream().map(voice::text).toArray(String[]::new);
    }

    private static Message last(ReproductionResult result, Path folder) {
        boolean written = result.report().isPresent();
        return switch (result.state()) {
            case FINISHED -> Message.of("cli.reproduced", folder);
            case STOPPED -> written ? Message.of("cli.stopped", folder) : Message.of("cli.stoppedBefore");
            case CREATED, RUNNING, FAILED -> Message.of("cli.reproducedInPart", folder);
        };
    }

    private static int exitCode(RunState state) {
        return switch (state) {
            case FINISHED -> ExitCode.DONE;
            case STOPPED -> ExitCode.STOPPED;
            case CREATED, RUNNING, FAILED -> ExitCode.FAILED;
        };
    }
}
