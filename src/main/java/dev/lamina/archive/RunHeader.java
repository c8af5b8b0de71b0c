package dev.lamina.archive;

import dev.lamina.metric.EpochMetrics;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run at a glance.
 *
 * @param record run.json
 * @param epochsPlanned by its configuration
 * @param last epoch that was measured
 */
public record RunHeader(Path folder, RunRecord record, int epochsPlanned, Optional<EpochMetrics> last, Lineage lineage)
        implements StoredEntry.Single {
    /** Reads it anew. */
    static RunHeader of(StoredRun run, Optional<Lineage.Member> group) {
        RunRecord record = run.record();
        int planned = run.config().epochs();
        return new RunHeader(run.path(), record, planned, run.lastMetrics(), Lineage.of(record, group));
    }

    @Override
    public String name() {
        return record.name();
    }
}
