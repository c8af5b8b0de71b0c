package dev.lamina.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Nodes ordered so that every edge points forward (Kahn 1962): first those that lead to a head, then the dead ends, each
 * in the graph's order where edges leave a choice.
 *
 * @param ids without the nodes on cycles
 * @param cycles each in the direction of its edges; the remaining nodes are ordered as if its nodes were done
 */
record TopologicalOrder(List<String> ids, List<List<String>> cycles) {
    static TopologicalOrder of(Wiring wiring) {
        return new Sorting(wiring).run();
    }

    private static final class Sorting {
        private final Wiring wiring;
        private final Map<String, Integer> missing = new HashMap<>();
        private final PriorityQueue<String> ready;
        private final Set<String> remaining;
        private final List<String> ids = new ArrayList<>();
        private final List<List<String>> cycles = new ArrayList<>();

        Sorting(Wiring wiring) {
            this.wiring = wiring;
            this.remaining = new LinkedHashSet<>(wiring.ids());
            Set<String> live = wiring.leadingToHead();
            Map<String, Integer> rank = new HashMap<>();
            for (String id : wiring.ids()) {
                rank.put(id, rank.size() + (live.contains(id) ? 0 : wiring.ids().size()));
            }
            this.ready = new PriorityQueue<>(Comparator.comparing(id -> rank.getOrDefault(id, 0)));
            for (String id : wiring.ids()) {
                missing.put(id, wiring.sourcesOf(id).size());
                if (wiring.sourcesOf(id).isEmpty()) {
                    ready.add(id);
                }
            }
        }

        TopologicalOrder run() {
            while (!remaining.isEmpty()) {
                while (!ready.isEmpty()) {
                    String id = ready.remove();
                    ids.add(id);
                    finish(id);
                }
                if (!remaining.isEmpty()) {
                    List<String> cycle = cycle();
                    cycles.add(cycle);
                    cycle.forEach(this::finish);
                    ready.removeAll(cycle);
                }
            }
            return new TopologicalOrder(ids, cycles);
        }

        private void finish(String id) {
            remaining.remove(id);
            for (String consumer : wiring.consumersOf(id)) {
                if (missing.merge(consumer, -1, Integer::sum) == 0 && remaining.contains(consumer)) {
                    ready.add(consumer);
                }
            }
        }

        /** Walks upstream among the remaining nodes, each of which has a remaining source, until a node comes again. */
        private List<String> cycle() {
            List<String> path = new ArrayList<>();
            String id = remaining.iterator().next();
            while (!path.contains(id)) {
                path.addFirst(id);
                id = wiring.sourcesOf(id).values().stream()
                        .filter(remaining::contains)
                        .findFirst()
                        .orElseThrow();
            }
            List<String> cycle = new ArrayList<>(path.subList(0, path.indexOf(id) + 1));
            String first =
                    wiring.ids().stream().filter(cycle::contains).findFirst().orElseThrow();
            Collections.rotate(cycle, -cycle.indexOf(first));
            return cycle;
        }
    }
}
