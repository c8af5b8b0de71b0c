package dev.lamina.probe;

import dev.lamina.manifold.Points;

/** What a network's head says of points, [N, K]: the class of the largest score is its prediction. */
interface ClassScores extends AutoCloseable {
    /** The session's values are others than before. */
    default void renew() {}

    /** Of any points, as the network takes them. */
    float[] of(Points inputs);

    /** Of the training points themselves. */
    default float[] ofTraining(Points training) {
        return of(training);
    }

    /** Of the test points themselves. */
    default float[] ofTest(Points test) {
        return of(test);
    }

    @Override
    void close();
}
