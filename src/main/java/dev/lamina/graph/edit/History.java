package dev.lamina.graph.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The steps of a document that can be undone and redone, in the order they were made, whatever part of the document each
 * changed. A step keeps what restores every part as it was before; parts are immutable values that share most of what they
 * hold. One thread at a time.
 */
public final class History {
    /** More than a person remembers; the oldest fall away. */
    private static final int LIMIT = 2000;

    /** What has just happened. */
    public enum Happening {
        /** A step was recorded; the change follows. */
        RECORDED,
        /** The parts are as they were before a step, or after it again. */
        RESTORED
    }

    private record Step(Change change, List<Runnable> before, List<Runnable> after) {}

    private final List<Supplier<Runnable>> parts = new ArrayList<>();
    private final List<Consumer<Happening>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private boolean mergeable;
    private boolean restoring;

    /** Takes a part of the document in; it gives, whenever asked, what restores it as it is then. */
    public void add(Supplier<Runnable> part) {
        parts.add(part);
    }

    public void listen(Consumer<Happening> listener) {
        listeners.add(listener);
    }

    /** Notes a step; to be called just before the change is made. */
    public void record(Change change) {
        undone.clear();
        Step last = done.peekLast();
        Optional<Change> merged =
                last == null || !mergeable ? Optional.empty() : last.change().mergedWith(change);
        if (last != null && merged.isPresent()) {
            done.removeLast();
            done.addLast(new Step(merged.get(), last.before(), List.of()));
        } else {
            done.addLast(new Step(change, restorers(), List.of()));
        }
        if (done.size() > LIMIT) {
            done.removeFirst();
        }
        mergeable = true;
        tell(Happening.RECORDED);
    }

    /** The next change begins a step of its own. */
    public void endGesture() {
        mergeable = false;
    }

    /** Takes the latest step back, if there is one. */
    public void undo() {
        Step step = done.pollLast();
        if (step != null) {
            undone.addLast(new Step(step.change(), step.before(), restorers()));
            restore(step.before());
        }
    }

    /** Brings the step back that was undone last, if there is one. */
    public void redo() {
        Step step = undone.pollLast();
        if (step != null) {
            done.addLast(step);
            restore(step.after());
        }
    }

    /** Whether parts are just being restored, so that one must not follow from another. */
    public boolean restoring() {
        return restoring;
    }

    private List<Runnable> restorers() {
        return parts.stream().map(Supplier::get).toList();
    }

    private void restore(List<Runnable> restorers) {
        mergeable = false;
        restoring = true;
        try {
            restorers.forEach(Runnable::run);
        } finally {
            restoring = false;
        }
        tell(Happening.RESTORED);
    }

    private void tell(Happening happening) {
        listeners.forEach(listener -> listener.accept(happening));
    }

    /** Names of the steps that undo takes back, the latest first. */
    public List<StepName> undoNames() {
        return done.reversed().stream().map(step -> step.change().name()).toList();
    }

    /** Names of the steps that redo brings back, the next first. */
    public List<StepName> redoNames() {
        return undone.reversed().stream().map(step -> step.change().name()).toList();
    }
}
