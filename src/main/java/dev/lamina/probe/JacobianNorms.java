package dev.lamina.probe;

/** Averages ‖J‖_F² over images, with the error that random projections leave. */
final class JacobianNorms {
    private final int classes;
    private int images;
    private double sum;
    private double squares;
    private double varianceSum;
    private boolean estimated;
    private boolean spreadOfImages;

    JacobianNorms(int classes) {
        this.classes = classes;
    }

    /** ‖J‖_F² = Σ_d norms[d][n]. */
    void addExact(double[][] norms) {
        for (int n = 0; n < norms[0].length; n++) {
            double norm = 0;
            for (double[] direction : norms) {
                norm += direction[n];
            }
            add(norm);
        }
    }

    /** ‖J‖_F² ≈ mean of K · norms[j][n] over the projections j. */
    void addProjections(double[][] norms) {
        int count = norms.length;
        estimated = true;
        spreadOfImages = count == 1;
        for (int n = 0; n < norms[0].length; n++) {
            double mean = 0;
            for (double[] projection : norms) {
                mean += classes * projection[n] / count;
            }
            double variance = 0;
            for (double[] projection : norms) {
                double deviation = classes * projection[n] - mean;
                variance += deviation * deviation;
            }
            if (count > 1) {
                varianceSum += variance / (count - 1) / count;
            }
            add(mean);
        }
    }

    private void add(double norm) {
        images++;
        sum += norm;
        squares += norm * norm;
    }

    int images() {
        return images;
    }

    double mean() {
        return sum / images;
    }

    /**
     * Of the mean as an estimate of the exact value on the same images: from the spread of the projections of each
     * image; with one projection an image from the spread of the images, which is larger. 0 where exact.
     */
    double standardError() {
        if (!estimated) {
            return 0;
        }
        if (spreadOfImages) {
            return Math.sqrt((squares / images - mean() * mean()) / (images - 1));
        }
        return Math.sqrt(varianceSum) / images;
    }
}
