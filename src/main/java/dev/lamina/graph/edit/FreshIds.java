package dev.lamina.graph.edit;

import java.util.Set;

/** Ids for new nodes: "conv" becomes "conv", "conv2", "conv3", … */
final class FreshIds {
    private FreshIds() {}

    static String next(String wished, Set<String> taken) {
        if (!taken.contains(wished)) {
            return wished;
        }
        String stem = wished.replaceFirst("\\d+$", "");
        String base = stem.isEmpty() || stem.endsWith("-") ? wished + "-" : stem;
        int number = 2;
        while (taken.contains(base + number)) {
            number++;
        }
        return base + number;
    }
}
