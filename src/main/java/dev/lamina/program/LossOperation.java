package dev.lamina.program;

import dev.lamina.nn.head.Loss;
import java.util.List;

/** Losses on logits, and their gradients. Formulas: {@link Loss}, the mean over the batch. */
public sealed interface LossOperation extends Operation {
    /**
     * loss [] = mean loss; correct [] = number of examples whose largest logit is the label's (the first of equal ones).
     * Of mixed images an example counts λ where it is the first label's and 1 − λ where it is the second's.
     */
    record Forward(String layer, Loss function, Value logits, Targets targets, Value loss, Value correct)
            implements LossOperation {
        @Override
        public Flow flow() {
            return new Flow(targets.with(logits), List.of(loss, correct));
        }
    }

    /** dlogits = ∂loss/∂logits. */
    record Backward(String layer, Loss function, Value logits, Targets targets, Value dlogits)
            implements LossOperation {
        @Override
        public Flow flow() {
            return new Flow(targets.with(logits), List.of(dlogits));
        }
    }
}
