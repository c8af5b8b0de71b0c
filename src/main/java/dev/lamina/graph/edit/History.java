package dev.lamina.graph.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a document that can be undone and redone. A step keeps the drawing before it; drawings are immutable and
 * share most of what they hold.
 */
final class History {
    /** More than a person remembers; the oldest fall away. */
    private static final int LIMIT = 2000;

    private record Step(Edit edit, Drawing before, Drawing after) {}

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private boolean mergeable;

    void push(Edit edit, Drawing before, Drawing after) {
        undone.clear();
        Step last = done.peekLast();
        Optional<Edit> merged =
                last == null || !mergeable ? Optional.empty() : last.edit().mergedWith(edit);
        if (last != null && merged.isPresent()) {
            done.removeLast();
            done.addLast(new Step(merged.get(), last.before(), after));
        } else {
            done.addLast(new Step(edit, before, after));
        }
        if (done.size() > LIMIT) {
            done.removeFirst();
        }
        mergeable = true;
    }

    /** The next edit begins a step of its own. */
    void endGesture() {
        mergeable = false;
    }

    Optional<Drawing> undo() {
        Step step = done.pollLast();
        if (step == null) {
            return Optional.empty();
        }
        undone.addLast(step);
        mergeable = false;
        return Optional.of(step.before());
    }

    Optional<Drawing> redo() {
        Step step = undone.pollLast();
        if (step == null) {
            return Optional.empty();
        }
        done.addLast(step);
        mergeable = false;
        return Optional.of(step.after());
    }

    /** Names of the steps that undo takes back, the latest first. */
    List<StepName> undoNames() {
        return done.reversed().stream().map(step -> step.edit().name()).toList();
    }

    /** Names of the steps that redo brings back, the next first. */
    List<StepName> redoNames() {
        return undone.reversed().stream().map(step -> step.edit().name()).toList();
    }
}
