package dev.lamina.ui.editor;

import dev.lamina.graph.Edge;
import dev.lamina.graph.edit.DocumentState;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What is selected: nodes and opened blocks by id, or one edge. */
final class Selection {
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Edge edge;

    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** The one that is selected, if it is one. */
    Optional<String> single() {
        return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
    }

    /** The one selected last. */
    Optional<String> last() {
        return ids.stream().reduce((_, later) -> later);
    }

    Optional<Edge> edge() {
        return Optional.ofNullable(edge);
    }

    boolean contains(String id) {
        return ids.contains(id);
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void set(Collection<String> selected) {
        change(selected, null);
    }

    void set(Edge selected) {
        change(Set.of(), selected);
    }

    void clear() {
        change(Set.of(), null);
    }

    void toggle(String id) {
        Set<String> next = new LinkedHashSet<>(ids);
        if (!next.remove(id)) {
            next.add(id);
        }
        change(next, null);
    }

    void add(Collection<String> more) {
        Set<String> next = new LinkedHashSet<>(ids);
        next.addAll(more);
        change(next, null);
    }

    /** Forgets what is no longer there. */
    void retain(DocumentState state) {
        Set<String> left = new LinkedHashSet<>(ids);
        left.removeIf(id -> state.drawing().node(id).isEmpty()
                && !state.drawing().openBlocks().containsKey(id));
        Edge kept = edge;
        change(left, kept != null && state.drawing().graph().edges().contains(kept) ? kept : null);
    }

    private void change(Collection<String> next, @Nullable Edge nextEdge) {
        if (!ids.equals(Set.copyOf(next)) || !java.util.Objects.equals(edge, nextEdge)) {
            ids.clear();
            ids.addAll(next);
            edge = nextEdge;
            listeners.forEach(Runnable::run);
        }
    }
}
