package dev.lamina.reproduce;

import dev.lamina.archive.MachineDescription;
import dev.lamina.file.AtomicFile;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** report.md: a report for people, in Markdown, in their language. */
record ReportText(ReproductionReport report, Language language) {
    static void write(ReproductionReport report, Language language) {
        String text = new ReportText(report, language).text();
        AtomicFile.write(report.folder().report(), file -> Files.writeString(file, text));
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + text(report.reproduction().title()));
        lines.add("");
        lines.add(text(runs()));
        lines.add("");
        lines.add(row(ReproductionReport.COLUMNS));
        lines.add("| " + String.join(" | ", Collections.nCopies(ReproductionReport.COLUMNS.size(), "---")) + " |");
        report.rows().forEach(cells -> lines.add(row(cells)));
        section(lines, "reproduce.conclusions", report.verdicts());
        section(lines, "reproduce.differences", differences());
        section(lines, "reproduce.failures", report.failures());
        return String.join("\n", lines) + "\n";
    }

    private String text(Message message) {
        return message.text(language);
    }

    private List<Message> differences() {
        List<Message> differences = new ArrayList<>(report.outline());
        differences.removeFirst();
        differences.addAll(report.reproduction().remarks());
        report.reproduction().arms().stream()
                .flatMap(arm -> arm.published().values().stream())
                .map(Published::source)
                .distinct()
                .forEach(source -> differences.add(Message.of("reproduce.publishedIn", source)));
        return differences;
    }

    /** Day, machine and seeds. */
    private Message runs() {
        List<ArmRun> runs = report.results().arms().stream()
                .flatMap(of -> of.runs().stream())
                .toList();
        if (runs.isEmpty()) {
            return Message.of("reproduce.noRun");
        }
        List<LocalDate> days = runs.stream()
                .map(run -> LocalDate.ofInstant(run.finished(), ZoneOffset.UTC))
                .distinct()
                .sorted()
                .toList();
        MachineDescription machine = runs.getLast().machine();
        double minutes = runs.stream().mapToDouble(ArmRun::durationSeconds).sum() / 60;
        List<Long> seeds = runs.stream().map(ArmRun::seed).distinct().sorted().toList();
        Message cores = machine.threads() > 0
                ? Message.of("reproduce.coresAndThreads", machine.cores(), machine.threads())
                : Message.of("reproduce.cores", machine.cores());
        return Message.of(
                "reproduce.runOn",
                days,
                machine.processor(),
                cores,
                runs.getLast().lamina(),
                seeds,
                minutes);
    }

    private String row(List<Message> cells) {
        return cells.stream().map(this::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void section(List<String> lines, String title, List<Message> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add("## " + text(Message.of(title)));
            lines.add("");
            items.forEach(item -> lines.add("- " + text(item)));
        }
    }
}
