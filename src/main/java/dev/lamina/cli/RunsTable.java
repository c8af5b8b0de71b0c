package dev.lamina.cli;

import dev.lamina.archive.Lineage;
import dev.lamina.archive.RunGroup;
import dev.lamina.archive.RunHeader;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.StoredEntry;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Stored runs for people: a line each, those of a group below its own, by the names of their folders. */
final class RunsTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final TextTable table =
            new TextTable("run", "state", "begun", "epochs", "test accuracy", "test loss", "GBR", "");

    private RunsTable() {}

    static String of(List<? extends StoredEntry> entries) {
        RunsTable lines = new RunsTable();
        entries.forEach(entry -> lines.add(entry, ""));
        return lines.table.render();
    }

    private void add(StoredEntry entry, String indentation) {
        String name = indentation + entry.folder().getFileName();
        switch (entry) {
            case RunHeader run -> add(name, run, !indentation.isEmpty());
            case StoredEntry.Unreadable run -> table.add(name, "unreadable", "", "", "", "", "", run.reason());
            case RunGroup group -> {
                String begun = group.members().size()
                        + (group.planned().isPresent()
                                ? " of " + group.planned().getAsInt()
                                : "") + " runs";
                table.add(name, word(group.kind()), "", begun, "", "", "", "");
                group.members().forEach(member -> add(member, indentation + "  "));
            }
        }
    }

    private void add(String name, RunHeader run, boolean belowItsGroup) {
        RunRecord record = run.record();
        table.add(
                name,
                word(record.state()),
                time(record.started() == null ? record.created() : record.started()),
                record.epochsDone() + " of " + run.epochsPlanned(),
                value(run, Tags.TEST_ACCURACY, Amounts::percent),
                value(run, Tags.TEST_LOSS, RunsTable::number),
                value(run, Tags.GBR, RunsTable::number),
                record.message() != null ? record.message() : belowItsGroup ? "" : origin(run.lineage()));
    }

    private static String origin(Lineage lineage) {
        return switch (lineage) {
            case Lineage.Alone _ -> "";
            case Lineage.Branch(Path from, long step) -> "branch of " + from.getFileName() + " at step " + step;
            case Lineage.Member(Lineage.Kind kind, Path group) -> word(kind) + " " + group.getFileName();
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String value(RunHeader run, Tag tag, DoubleFunction<String> text) {
        return run.last()
                .map(last -> last.value(tag))
                .filter(value -> value.isPresent())
                .map(value -> text.apply(value.getAsDouble()))
                .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
