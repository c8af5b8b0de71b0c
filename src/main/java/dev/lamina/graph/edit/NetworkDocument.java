package dev.lamina.graph.edit;

import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The network that is being edited. Views listen and show what they are told; every change goes through {@link #apply}.
 * To be used on one thread. A listener must not edit.
 */
public final class NetworkDocument {
    private final List<Consumer<DocumentState>> listeners = new CopyOnWriteArrayList<>();
    private final History history;
    private Drawing drawing;
    private Analysis analysis;
    private DocumentState state;
    private long revision;
    private boolean publishing;
    private boolean editing;

    /** One with a history of its own. */
    public NetworkDocument(Drawing drawing) {
        this(drawing, new History());
    }

    /** @param history of the document that the network is a part of */
    public NetworkDocument(Drawing drawing, History history) {
        this.history = history;
        this.drawing = drawing;
        this.analysis = Analysis.of(drawing);
        this.state = makeState();
        history.add(() -> {
            Drawing now = this.drawing;
            return () -> show(now);
        });
        history.listen(_ -> renameSteps());
    }

    /** What there is to show now. */
    public DocumentState state() {
        return state;
    }

    public Drawing drawing() {
        return drawing;
    }

    /** Tells the listener the state at once and after every change. */
    public void listen(Consumer<DocumentState> listener) {
        listeners.add(listener);
        listener.accept(state);
    }

    /** Why an edit cannot be done now, if it cannot. */
    public Optional<Refusal> refusal(Edit edit) {
        return edit.refusal(drawing, state.shapes());
    }

    /** Does an edit and returns nothing, or changes nothing and returns why. One that changes nothing is no step. */
    public Optional<Refusal> apply(Edit edit) {
        if (publishing) {
            throw new IllegalStateException("a listener must not change the document it listens to");
        }
        Optional<Refusal> refusal = refusal(edit);
        if (refusal.isEmpty()) {
            Drawing edited = edit.applyTo(drawing, state.shapes());
            if (!edited.equals(drawing)) {
                analyze(edited);
                Drawing after =
                        OpenBlockShapes.renewed(edited, analysis.resolution().outputShapes());
                editing = true;
                history.record(edit);
                editing = false;
                show(after);
            }
        }
        return refusal;
    }

    /** The next edit begins a step of its own, even where it would merge with the last one. */
    public void endGesture() {
        history.endGesture();
    }

    public void undo() {
        history.undo();
    }

    public void redo() {
        history.redo();
    }

    /** Shows a network that follows from a change elsewhere; no step. */
    public void adopt(Drawing other) {
        show(other);
    }

    /** Takes other data, which is a change elsewhere; no step. */
    public void adoptExamples(Shape exampleShape, int classes) {
        Drawing edited = new SetExamples(exampleShape, classes).applyTo(drawing, state.shapes());
        analyze(edited);
        show(OpenBlockShapes.renewed(edited, analysis.resolution().outputShapes()));
    }

    /** Another part of the document made a step. */
    private void renameSteps() {
        boolean same = state.undoNames().equals(history.undoNames())
                && state.redoNames().equals(history.redoNames());
        if (!editing && !publishing && !same) {
            show(drawing);
        }
    }

    private void show(Drawing next) {
        if (publishing) {
            throw new IllegalStateException("a listener must not change the document it listens to");
        }
        analyze(next);
        drawing = next;
        revision++;
        state = makeState();
        publishing = true;
        try {
            listeners.forEach(listener -> listener.accept(state));
        } finally {
            publishing = false;
        }
    }

    private void analyze(Drawing next) {
        if (!analysis.holdsFor(next)) {
            analysis = Analysis.of(next);
        }
    }

    private DocumentState makeState() {
        return new DocumentState(
                revision,
                drawing,
                analysis.resolution(),
                analysis.costs(),
                analysis.totals(),
                history.undoNames(),
                history.redoNames());
    }
}
