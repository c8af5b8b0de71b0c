package dev.lamina.cli;

import dev.lamina.archive.Lineage;
import dev.lamina.archive.RunGroup;
import dev.lamina.archive.RunHeader;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.StoredEntry;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Stored runs for people: a line each, those of a group below its own, by the names of their folders. */
final class RunsTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Voice voice;
    private final TextTable table;

    private RunsTable(Voice voice) {
        this.voice = voice;
        table = voice.table("run", "state", "begun", "epochs", "testAccuracy", "testLoss", "gbr", "");
    }

    static String of(List<? extends StoredEntry> entries, Voice voice) {
        RunsTable lines = new RunsTable(voice);
        entries.forEach(entry -> lines.add(entry, ""));
        return lines.table.render();
    }

    private void add(StoredEntry entry, String indentation) {
        String name = indentation + entry.folder().getFileName();
        switch (entry) {
            case RunHeader run -> add(name, run, !indentation.isEmpty());
            case StoredEntry.Unreadable run ->
                table.add(name, voice.text("cli.unreadable"), "", "", "", "", "", voice.text(run.reason()));
            case RunGroup group -> {
                int begun = group.members().size();
                String runs = group.planned().isPresent()
                        ? voice.text("cli.runsOf", begun, group.planned().getAsInt())
                        : voice.text("cli.runs", begun);
                table.add(name, kind(group.kind()), "", runs, "", "", "", "");
                group.members().forEach(member -> add(member, indentation + "  "));
            }
        }
    }

    private void add(String name, RunHeader run, boolean belowItsGroup) {
        RunRecord record = run.record();
        table.add(
                name,
                voice.text("cli.state." + id(record.state())),
                time(record.started() == null ? record.created() : record.started()),
                voice.text("cli.epochsOf", record.epochsDone(), run.epochsPlanned()),
                value(run, last -> last.value(Tags.TEST_ACCURACY), Amounts::percent),
                value(run, last -> last.value(Tags.TEST_LOSS), RunsTable::number),
                value(run, EpochMetrics::gbr, RunsTable::number),
                record.message() != null ? voice.text(record.message()) : belowItsGroup ? "" : origin(run.lineage()));
    }

    private String origin(Lineage lineage) {
        return switch (lineage) {
            case Lineage.Alone _ -> "";
            case Lineage.Branch(Path from, long step) ->
                voice.text("cli.branchOf", String.valueOf(from.getFileName()), step);
            case Lineage.Member(Lineage.Kind kind, Path group) -> kind(kind) + " " + group.getFileName();
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String value(
            RunHeader run, Function<EpochMetrics, OptionalDouble> reading, DoubleFunction<String> text) {
        return run.last()
                .map(reading)
                .filter(value -> value.isPresent())
                .map(value -> text.apply(value.getAsDouble()))
                .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private String kind(Lineage.Kind kind) {
        return voice.text("cli.kind." + id(kind));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
