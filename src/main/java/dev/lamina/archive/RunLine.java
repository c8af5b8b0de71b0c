package dev.lamina.archive;

import dev.lamina.event.JsonLines;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A stored run as one line of JSON, for programs. */
public final class RunLine {
    private static final JsonMapper JSON = new JsonMapper();

    private RunLine() {}

    /**
     * What run.json and the configuration tell, where it comes from (lineage "alone", "branch", "sweep", "search", "seeds" or "reproduction";
     * parent is that folder), and the last epoch as in metrics.jsonl. Of one that cannot be read: folder, name, state
     * "unreadable" and the reason as message.
     */
    public static String of(StoredEntry.Single run) {
        ObjectNode line =
                JSON.createObjectNode().put("folder", run.folder().toString()).put("name", run.name());
        switch (run) {
            case RunHeader header -> add(line, header);
            case StoredEntry.Unreadable bad ->
                line.put("state", "unreadable").put("message", bad.reason().toString());
        }
        return line.toString();
    }

    private static void add(ObjectNode line, RunHeader run) {
        RunRecord record = run.record();
        line.put("state", word(record.state()))
                .put(
                        "message",
                        record.message() == null ? null : record.message().toString())
                .put("seed", record.seed())
                .put("created", record.created().toString())
                .put(
                        "started",
                        record.started() == null ? null : record.started().toString())
                .put("updated", record.updated().toString())
                .put("durationSeconds", record.durationSeconds())
                .put("epochsDone", record.epochsDone())
                .put("epochsPlanned", run.epochsPlanned())
                .put("step", record.step())
                .put("data", record.data().source())
                .put("backend", record.machine().backend())
                .put("device", record.machine().device());
        switch (run.lineage()) {
            case Lineage.Alone _ -> line.put("lineage", "alone");
            case Lineage.Branch branch -> line.put("lineage", "branch").put("branchStep", branch.step());
            case Lineage.Member member -> line.put("lineage", word(member.kind()));
        }
        run.lineage().parent().ifPresent(parent -> line.put("parent", parent.toString()));
        run.last().ifPresent(last -> line.set("metrics", JSON.readTree(JsonLines.of(last))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
