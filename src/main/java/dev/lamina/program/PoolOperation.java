package dev.lamina.program;

import dev.lamina.nn.layer.WindowPool;
import java.util.List;
import java.util.Optional;

/** Pooling and its adjoints. */
public sealed interface PoolOperation extends Operation {
    /**
     * y[n, c, i, j] = the pool of window (i, j) of x[n, c]; formula with the {@link WindowPool}. Where the pool's gradient
     * needs it, {@code winner} [shape of y] remembers the place of y in the window, in a form of the backend's own.
     */
    record Windowed(String layer, WindowPool pool, Value x, Value y, Optional<Value> winner) implements PoolOperation {
        public Windowed {
            if (winner.isPresent() != (pool.needs() == WindowPool.Needs.WINNERS)) {
                throw new IllegalArgumentException(layer + ": " + pool + " needs " + pool.needs());
            }
        }

        public Window window() {
            return new Window(pool.kernelSize(), pool.stride(), pool.padding(), 1, 1);
        }

        @Override
        public String words() {
            return String.join(" ", "pool", pool.kind());
        }

        @Override
        public Flow flow() {
            return new Flow(List.of(x), Values.join(List.of(y), winner));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new WindowedBackward(layer, this, adjoints.upstream(this), adjoints.gradient(x)));
        }
    }

    /** dx = Σ dy ∂y/∂x over the windows that a pixel lies in; formula with the {@link WindowPool}. */
    record WindowedBackward(String layer, Windowed forward, Value dy, Value dx) implements PoolOperation {
        @Override
        public String words() {
            return String.join(" ", forward.words(), "backward");
        }

        @Override
        public Flow flow() {
            List<Value> needed = switch (forward.pool().needs()) {
                case NOTHING -> List.of();
                case WINNERS -> forward.winner().stream().toList();
                case INPUT_AND_OUTPUT -> List.of(forward.x(), forward.y());
            };
            return new Flow(Values.join(List.of(dy), needed), List.of(dx));
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
