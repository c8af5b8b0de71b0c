package dev.lamina.manifold;

/** The k smallest distances seen so far, sorted; of equal ones the lower index first. */
final class NearestList {
    final float[] distances;
    final int[] indices;
    private int size;

    NearestList(int k) {
        distances = new float[k];
        indices = new int[k];
    }

    /** Offers a candidate; candidates must come in ascending order of index for ties to be kept right. */
    void offer(float distance, int index) {
        if (size == distances.length && !(distance < distances[size - 1])) {
            return;
        }
        int place = size < distances.length ? size++ : size - 1;
        while (place > 0 && distance < distances[place - 1]) {
            distances[place] = distances[place - 1];
            indices[place] = indices[place - 1];
            place--;
        }
        distances[place] = distance;
        indices[place] = index;
    }

    int size() {
        return size;
    }
}
