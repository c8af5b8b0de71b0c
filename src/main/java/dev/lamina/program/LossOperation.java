package dev.lamina.program;

import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInput;
import dev.lamina.nn.head.LossInputs;
import java.util.List;

/** Losses, and their gradients in what they read. Formulas: {@link Loss}, the mean over the batch. */
public sealed interface LossOperation extends Operation {
    Loss function();

    LossInputs<Value> read();

    default Value logits() {
        return read().get(LossInput.LOGITS);
    }

    /**
     * loss [] = mean loss; correct [] = number of examples whose largest logit is the label's (the first of equal ones).
     * Of mixed images an example counts λ where it is the first label's and 1 − λ where it is the second's.
     */
    record Forward(String layer, Loss function, LossInputs<Value> read, Targets targets, Value loss, Value correct)
            implements LossOperation {
        @Override
        public Flow flow() {
            return new Flow(targets.with(read.all()), List.of(loss, correct));
        }
    }

    /** Of each value that is read, ∂loss/∂value with the others held. */
    record Backward(String layer, Loss function, LossInputs<Value> read, Targets targets, LossInputs<Value> gradients)
            implements LossOperation {
        @Override
        public Flow flow() {
            return new Flow(targets.with(read.all()), gradients.all());
        }
    }
}
