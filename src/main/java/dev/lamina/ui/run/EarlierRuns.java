package dev.lamina.ui.run;

import dev.lamina.archive.RunGroup;
import dev.lamina.archive.RunHeader;
import dev.lamina.archive.RunQuery;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs and sweeps from before, the newest first, for the list of runs; what cannot be read is left out.
 *
 * @param runs those of sweeps among them
 */
public record EarlierRuns(List<RunEntry> runs, List<SweepEntry> sweeps) {
    public EarlierRuns {
        runs = List.copyOf(runs);
        sweeps = List.copyOf(sweeps);
    }

    /**
     * Reads them.
     *
     * @param most how many, a sweep counted as one
     */
    public static EarlierRuns read(RunStore store, int most) {
        List<RunEntry> runs = new ArrayList<>();
        List<SweepEntry> sweeps = new ArrayList<>();
        for (StoredEntry entry : store.list(RunQuery.newest(most))) {
            switch (entry) {
                case RunHeader run -> RunEntry.of(run).ifPresent(runs::add);
                case RunGroup group
                when group.planned().isPresent() -> {
                    List<RunEntry> members = members(group);
                    sweeps.add(new SweepEntry(group.folder(), group.planned().getAsInt(), members));
                    runs.addAll(members);
                }
                case RunGroup _, StoredEntry.Unreadable _ -> {}
            }
        }
        return new EarlierRuns(runs, sweeps);
    }

    private static List<RunEntry> members(RunGroup group) {
        return group.members().stream()
                .flatMap(member -> switch (member) {
                    case RunHeader run -> RunEntry.of(run).stream();
                    case StoredEntry.Unreadable _ -> Stream.empty();
                })
                .toList();
    }
}
