package dev.lamina.program;

import java.util.List;

/** Operations that add, mask, join or move elements. */
public sealed interface ElementOperation extends Operation {
    /**
     * y = Σ xs, all of one shape; also sums the gradients of a value used more than once. The gradient in each x is dy
     * itself, so no operation computes it.
     */
    record Sum(String layer, List<Value> xs, Value y) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(xs, List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            Value dy = adjoints.upstream(this);
            xs.forEach(x -> adjoints.contribute(x, dy));
        }
    }

    /** y = xs joined along the channel axis. */
    record Concatenate(String layer, List<Value> xs, Value y) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(xs, List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            Value dy = adjoints.upstream(this);
            List<Value> dxs = xs.stream().map(adjoints::gradient).toList();
            adjoints.add(new ConcatenateBackward(layer, dy, dxs));
        }
    }

    /** dxs = dy cut along the channel axis, each of the shape of its x. */
    record ConcatenateBackward(String layer, Value dy, List<Value> dxs) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy), dxs);
        }
    }

    /** y = x with another shape of as many elements, row-major: flatten and its adjoint. */
    record Reshape(String layer, Value x, Value y) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new Reshape(layer, adjoints.upstream(this), adjoints.gradient(x)));
        }
    }

    /**
     * y = 1 where x &gt; 0, the drawn slope elsewhere: what x is multiplied by in {@link dev.lamina.nn.activation.Rrelu}, and
     * the gradient as well. Its own derivative is 0 everywhere.
     */
    record DrawnSlope(String layer, Value x, Value slopes, Value y) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x, slopes), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            // A step function: nothing flows back.
        }
    }

    /** y = x ⊙ mask, the mask of x's shape and held fixed; its own adjoint, dx = dy ⊙ mask. */
    record Mask(String layer, Value x, Value mask, Value y) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x, mask), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new Mask(layer, adjoints.upstream(this), mask, adjoints.gradient(x)));
        }
    }

    /** Formula: {@link dev.lamina.nn.layer.SubsampleZeroPad}. */
    record SubsampleZeroPad(String layer, int stride, Value x, Value y) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(x), List.of(y));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            Value dy = adjoints.upstream(this);
            adjoints.add(new SubsampleZeroPadBackward(layer, stride, dy, adjoints.gradient(x)));
        }
    }

    /** dx = the adjoint of {@link SubsampleZeroPad}: gradients at the pixels taken, 0 elsewhere. */
    record SubsampleZeroPadBackward(String layer, int stride, Value dy, Value dx) implements ElementOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(dy), List.of(dx));
        }
    }
}
