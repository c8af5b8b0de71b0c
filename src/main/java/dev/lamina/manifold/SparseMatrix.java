package dev.lamina.manifold;

/**
 * A sparse matrix in compressed rows: the entries of row i stand from {@code rowStarts[i]} to {@code rowStarts[i + 1]},
 * columns ascending.
 */
record SparseMatrix(int rows, int[] rowStarts, int[] columns, double[] values) {
    /** W of a neighbor graph: w(x, y) at row x, column y for the nearest neighbors y of x. */
    static SparseMatrix weights(NeighborGraph graph, WnllSettings settings) {
        int n = graph.count();
        int k = graph.k();
        int[] starts = new int[n + 1];
        int[] columns = new int[n * k];
        double[] values = new double[n * k];
        int scale = settings.scaleIndex();
        for (int i = 0; i < n; i++) {
            starts[i + 1] = (i + 1) * k;
            double squaredScale = Math.max(graph.squaredDistances()[i * k + scale], Float.MIN_NORMAL);
            int[] order = ascending(graph.neighbors(), i * k, k);
            for (int j = 0; j < k; j++) {
                columns[i * k + j] = graph.neighbors()[i * k + order[j]];
                values[i * k + j] = settings.kernel().weight(graph.squaredDistances()[i * k + order[j]], squaredScale);
            }
        }
        return new SparseMatrix(n, starts, columns, values);
    }

    /** The transpose. */
    SparseMatrix transposed() {
        int[] starts = new int[rows + 1];
        for (int column : columns) {
            starts[column + 1]++;
        }
        for (int i = 0; i < rows; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] transposedColumns = new int[columns.length];
        double[] transposedValues = new double[values.length];
        for (int row = 0; row < rows; row++) {
            for (int e = rowStarts[row]; e < rowStarts[row + 1]; e++) {
                int at = next[columns[e]]++;
                transposedColumns[at] = row;
                transposedValues[at] = values[e];
            }
        }
        return new SparseMatrix(rows, starts, transposedColumns, transposedValues);
    }

    private static int[] ascending(int[] values, int from, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = i;
            while (place > 0 && values[from + order[place - 1]] > values[from + i]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
        return order;
    }
}
