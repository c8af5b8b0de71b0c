package dev.lamina.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All members of a sweep, one after the other. */
final class ListedJobs implements Jobs {
    private final List<Sweep.Member> members;
    private int given;

    ListedJobs(List<Sweep.Member> members) {
        this.members = members;
    }

    @Override
    public int planned() {
        return members.size();
    }

    @Override
    public Optional<Job> next() {
        return given == members.size()
                ? Optional.empty()
                : Optional.of(new Job(given + 1, members.get(given++), OptionalInt.empty()));
    }

    @Override
    public void ended(Job job) {
        // Finished or not, its turn is over.
    }

    @Override
    public boolean mayFail() {
        return false;
    }
}
