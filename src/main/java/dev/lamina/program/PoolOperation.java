package dev.lamina.program;

import java.util.List;

/** Pooling and its adjoints. */
public sealed interface PoolOperation extends Operation {
    /** Largest value of each window; {@code winner} [shape of y] remembers its place, in a form of the backend's own. */
    record Max(String layer, Window window, Value x, Value y, Value winner) implements PoolOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x), List.of(y, winner));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new MaxBackward(layer, this, adjoints.upstream(this), adjoints.gradient(x)));
        }
    }

    /** dx gets each dy at the place of the window's winner; overlapping windows add up. */
    record MaxBackward(String layer, Max forward, Value dy, Value dx) implements PoolOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy, forward.winner()), List.of(dx));
        }
    }

    /** Mean of each window over the pixels inside the input. */
    record Average(String layer, Window window, Value x, Value y) implements PoolOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new AverageBackward(layer, window, adjoints.upstream(this), adjoints.gradient(x)));
        }
    }

    /** dx[i, j] = Σ dy / pixels of the window inside the input, over the windows that pixel (i, j) lies in. */
    record AverageBackward(String layer, Window window, Value dy, Value dx) implements PoolOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy), List.of(dx));
        }
    }

    /** y[n, c] = mean of x[n, c, ·, ·]. */
    record GlobalAverage(String layer, Value x, Value y) implements PoolOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new GlobalAverageBackward(layer, adjoints.upstream(this), adjoints.gradient(x)));
        }
    }

    /** dx[n, c, i, j] = dy[n, c] / (H·W). */
    record GlobalAverageBackward(String layer, Value dy, Value dx) implements PoolOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy), List.of(dx));
        }
    }
}
