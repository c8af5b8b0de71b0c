package dev.lamina.reproduce;

import dev.lamina.archive.MachineDescription;
import dev.lamina.file.AtomicFile;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** report.md: a report for people, in Markdown. */
final class ReportText {
    private ReportText() {}

    static void write(ReproductionReport report) {
        AtomicFile.write(report.folder().report(), file -> Files.writeString(file, of(report)));
    }

    private static String of(ReproductionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + report.reproduction().title());
        lines.add("");
        lines.add(runs(report));
        lines.add("");
        lines.add(row(ReproductionReport.COLUMNS));
        lines.add(row(ReproductionReport.COLUMNS.stream().map(_ -> "---").toList()));
        report.rows().forEach(cells -> lines.add(row(cells)));
        section(lines, "The paper's conclusions", report.verdicts());
        section(lines, "What differs from the paper", differences(report));
        section(lines, "Runs without a result", report.failures());
        return String.join("\n", lines) + "\n";
    }

    private static List<String> differences(ReproductionReport report) {
        List<String> differences = new ArrayList<>(report.outline());
        differences.removeFirst();
        differences.addAll(report.reproduction().remarks());
        List<String> sources = report.reproduction().arms().stream()
                .flatMap(arm -> arm.published().values().stream())
                .map(Published::source)
                .distinct()
                .toList();
        sources.forEach(source -> differences.add("Published numbers: " + source + "."));
        return differences;
    }

    /** Day, machine and seeds. */
    private static String runs(ReproductionReport report) {
        List<ArmRun> runs = report.results().arms().stream()
                .flatMap(of -> of.runs().stream())
                .toList();
        if (runs.isEmpty()) {
            return "No run is finished yet.";
        }
        String days = runs.stream()
                .map(run -> LocalDate.ofInstant(run.finished(), ZoneOffset.UTC))
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        MachineDescription machine = runs.getLast().machine();
        double minutes = runs.stream().mapToDouble(ArmRun::durationSeconds).sum() / 60;
        String seeds = runs.stream()
                .map(ArmRun::seed)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Run on %s on %s, %d cores%s, by Lamina %s; seeds %s; %.1f minutes of computing.",
                days,
                machine.processor(),
                machine.cores(),
                Optional.of(machine.threads())
                        .filter(t -> t > 0)
                        .map(t -> ", threads " + t)
                        .orElse(""),
                runs.getLast().lamina(),
                seeds,
                minutes);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static void section(List<String> lines, String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add("## " + title);
            lines.add("");
            items.forEach(item -> lines.add("- " + item));
        }
    }
}
