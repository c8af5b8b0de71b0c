package dev.lamina.archive;

import java.nio.file.Path;
import java.util.Optional;

/** Where a run comes from. Whether it was stopped and gone on with since, no file tells. */
public sealed interface Lineage {
    /** The folder that it comes from or belongs to. */
    Optional<Path> parent();

    /** A run of its own, from its first step. */
    record Alone() implements Lineage {
        @Override
        public Optional<Path> parent() {
            return Optional.empty();
        }
    }

    /**
     * It went on from a checkpoint of another run, which may be gone.
     *
     * @param run the folder as it was then
     */
    record Branch(Path run, long step) implements Lineage {
        @Override
        public Optional<Path> parent() {
            return Optional.of(run);
        }
    }

    /** One of the runs of a sweep, or a row of a reproduction, in its folder. */
    record Member(Kind kind, Path group) implements Lineage {
        @Override
        public Optional<Path> parent() {
            return Optional.of(group);
        }
    }

    /** What runs in one folder are together. */
    enum Kind {
        SWEEP,
        SEARCH,
        /** One configuration with several seeds. */
        SEEDS,
        REPRODUCTION
    }

    /** @param group that its folder lies in */
    static Lineage of(RunRecord record, Optional<Member> group) {
        RunRecord.Origin origin = record.origin();
        return origin != null
                ? new Branch(Path.of(origin.folder()), origin.step())
                : group.<Lineage>map(member -> member).orElseGet(Alone::new);
    }
}
