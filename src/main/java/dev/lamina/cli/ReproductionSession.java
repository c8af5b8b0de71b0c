package dev.lamina.cli;

import dev.lamina.archive.RunState;
import dev.lamina.data.DataLocation;
import dev.lamina.reproduce.Reproduction;
import dev.lamina.reproduce.ReproductionCatalog;
import dev.lamina.reproduce.ReproductionReport;
import dev.lamina.reproduce.ReproductionResult;
import dev.lamina.reproduce.ReproductionRun;
import dev.lamina.reproduce.ReproductionSettings;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Follows a reproduction to its end and prints its table; Ctrl-C stops it in good order. */
final class ReproductionSession {
    private ReproductionSession() {}

    /** Returns the exit code. */
    static int run(ReproductionSettings settings, Path folder, DataLocation where, PrintWriter out, TimeLimit limit)
            throws InterruptedException {
        Reproduction reproduction = ReproductionCatalog.create(settings.name(), settings.options(), where);
        var progress = new ReproductionProgress(out, Terminal.attached());
        var run = new ReproductionRun(reproduction, settings, folder, where, progress);
        try (StopSignals _ = new StopSignals(cause -> stop(run, cause, progress));
                TimeLimit.Clock _ = limit.begin(() -> stop(run, StopCause.TIME_LIMIT, progress))) {
            ReproductionResult result = run.run();
            result.report().ifPresent(report -> print(report, progress));
            result.notes().forEach(note -> progress.line("note: " + note));
            progress.line(last(result, folder));
            return exitCode(result.state());
        }
    }

    private static void stop(ReproductionRun run, StopCause cause, ReproductionProgress progress) {
        run.stop();
        cause.words().ifPresent(progress::line);
    }

    private static void print(ReproductionReport report, ReproductionProgress progress) {
        TextTable table = new TextTable(ReproductionReport.COLUMNS.toArray(String[]::new));
        report.rows().forEach(row -> table.add(row.toArray()));
        progress.line(table.render());
        report.verdicts().forEach(progress::line);
        report.reproduction().remarks().forEach(progress::line);
        report.failures().forEach(failure -> progress.line("no result: " + failure));
    }

    private static String last(ReproductionResult result, Path folder) {
        boolean written = result.report().isPresent();
        return switch (result.state()) {
            case FINISHED -> "finished; report.md, results.json and figures are in " + folder;
            case STOPPED ->
                written
                        ? "stopped; lamina resume " + folder + " goes on from here"
                        : "stopped before the first run; nothing was written";
            case CREATED, RUNNING, FAILED -> "some runs have no result; report.md in " + folder + " says why";
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
