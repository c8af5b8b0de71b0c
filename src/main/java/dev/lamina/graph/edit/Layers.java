package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which column and which lane each item of a layout stands in. */
final class Layers {
    /** Something to place; {@code anchor} as in {@link Arrangement}. */
    record Item(String id, double width, double height, double anchor) {}

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<Edge> edges;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();
    private final Map<String, Integer> lanes = new HashMap<>();

    Layers(List<Item> items, List<Edge> edges) {
        items.forEach(item -> this.items.put(item.id(), item));
        this.edges = edges;
        rank();
        laneAll();
    }

    List<Edge> edges() {
        return edges;
    }

    int count() {
        return ranks.values().stream().mapToInt(rank -> rank + 1).max().orElse(0);
    }

    int rank(String id) {
        return ranks.getOrDefault(id, 0);
    }

    int lane(String id) {
        return lanes.getOrDefault(id, 0);
    }

    List<Item> column(int rank) {
        return items.values().stream().filter(item -> rank(item.id()) == rank).toList();
    }

    /** Longest paths from the sources; of a cycle, what is left over counts as a source. */
    private void rank() {
        Map<String, Integer> missing = new LinkedHashMap<>();
        items.keySet().forEach(id -> missing.put(id, 0));
        edges.forEach(edge -> missing.merge(edge.to(), 1, Integer::sum));
        List<String> order = new ArrayList<>();
        Set<String> left = new java.util.LinkedHashSet<>(items.keySet());
        Deque<String> ready = new ArrayDeque<>();
        while (!left.isEmpty()) {
            left.stream().filter(id -> missing.getOrDefault(id, 0) == 0).forEach(ready::add);
            if (ready.isEmpty()) {
                ready.add(left.iterator().next());
            }
            while (!ready.isEmpty()) {
                String id = ready.remove();
                if (left.remove(id)) {
                    order.add(id);
                    ranks.putIfAbsent(id, 0);
                    for (Edge edge : edges) {
                        if (edge.from().equals(id) && left.contains(edge.to())) {
                            ranks.merge(edge.to(), rank(id) + 1, Math::max);
                            if (missing.merge(edge.to(), -1, Integer::sum) == 0) {
                                ready.add(edge.to());
                            }
                        }
                    }
                }
            }
        }
        for (String id : order.reversed()) {
            heights.put(
                    id,
                    edges.stream()
                            .filter(edge -> edge.from().equals(id))
                            .mapToInt(edge -> heights.getOrDefault(edge.to(), 0) + 1)
                            .max()
                            .orElse(0));
        }
    }

    private void laneAll() {
        Map<Integer, Set<Integer>> taken = new HashMap<>();
        for (int rank = 0; rank < count(); rank++) {
            List<Item> column = new ArrayList<>(column(rank));
            // The longer way to the end is the main chain and chooses first.
            column.sort(Comparator.comparingInt((Item item) -> -heights.getOrDefault(item.id(), 0)));
            for (Item item : column) {
                lane(item.id(), taken);
            }
        }
    }

    private void lane(String id, Map<Integer, Set<Integer>> taken) {
        int rank = rank(id);
        Edge first = edges.stream()
                .filter(edge -> edge.to().equals(id) && rank(edge.from()) < rank)
                .min(Comparator.comparingInt(Edge::port))
                .orElse(null);
        int from = first == null ? rank : rank(first.from()) + 1;
        int to = edges.stream()
                .filter(edge -> edge.from().equals(id))
                .mapToInt(edge -> rank(edge.to()) - 1)
                .min()
                .orElse(rank);
        int lane = first == null ? 0 : lane(first.from());
        while (!isFree(taken.computeIfAbsent(lane, _ -> new HashSet<>()), from, rank)) {
            lane++;
        }
        Set<Integer> used = Objects.requireNonNull(taken.get(lane));
        for (int r = Math.min(from, rank); r <= Math.max(rank, to); r++) {
            used.add(r);
        }
        lanes.put(id, lane);
    }

    private static boolean isFree(Set<Integer> used, int from, int to) {
        for (int rank = from; rank <= to; rank++) {
            if (used.contains(rank)) {
                return false;
            }
        }
        return true;
    }
}
