package dev.lamina.manifold;

/** Which points a labelled point can be reached from, edges taken in both directions. */
final class Components {
    private final int[] parents;

    private Components(int points) {
        parents = new int[points];
        for (int i = 0; i < points; i++) {
            parents[i] = i;
        }
    }

    /** For each point whether its component holds one of the first {@code labelled} points. */
    static boolean[] withLabels(SparseMatrix weights, int labelled) {
        var components = new Components(weights.rows());
        for (int row = 0; row < weights.rows(); row++) {
            for (int e = weights.rowStarts()[row]; e < weights.rowStarts()[row + 1]; e++) {
                if (weights.values()[e] > 0) {
                    components.join(row, weights.columns()[e]);
                }
            }
        }
        boolean[] rootHasLabel = new boolean[weights.rows()];
        for (int i = 0; i < labelled; i++) {
            rootHasLabel[components.root(i)] = true;
        }
        boolean[] connected = new boolean[weights.rows()];
        for (int i = 0; i < connected.length; i++) {
            connected[i] = rootHasLabel[components.root(i)];
        }
        return connected;
    }

    private int root(int point) {
        int at = point;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private void join(int a, int b) {
        parents[root(a)] = root(b);
    }
}
