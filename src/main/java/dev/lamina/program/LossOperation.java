package dev.lamina.program;

import java.util.List;

/** Losses on logits, and their gradients. */
public sealed interface LossOperation extends Operation {
    /**
     * loss [] = mean cross-entropy, correct [] = number of examples whose largest logit is the label's (the first of
     * equal ones). Labels [N] hold class indices as floats. Formula: {@link dev.lamina.nn.head.Loss.CrossEntropy}.
     */
    record CrossEntropy(String layer, double labelSmoothing, Value logits, Value labels, Value loss, Value correct)
            implements LossOperation {
        @Override
        public List<Value> inputs() {
            return List.of(logits, labels);
        }

        @Override
        public List<Value> outputs() {
            return List.of(loss, correct);
        }
    }

    /** dlogits = (softmax(logits) − target) / N. */
    record CrossEntropyBackward(String layer, double labelSmoothing, Value logits, Value labels, Value dlogits)
            implements LossOperation {
        @Override
        public List<Value> inputs() {
            return List.of(logits, labels);
        }

        @Override
        public List<Value> outputs() {
            return List.of(dlogits);
        }
    }
}
