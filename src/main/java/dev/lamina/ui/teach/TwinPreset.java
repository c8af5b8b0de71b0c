package dev.lamina.ui.teach;

import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.ui.form.StartValues;

/** Two laboratories that differ in one setting, whatever the others are. */
enum TwinPreset {
    /** One laboratory alone. */
    NONE,
    SOFTMAX_SVM,
    SOFTMAX_WNLL,
    RELU_MPELU,
    DECAY,
    EQUAL_NORM,
    BATCH_NORM;

    private static final double DECAY_OF_TWIN = 1e-2;

    /** The first of the two. */
    LabSettings left(LabSettings s) {
        return switch (this) {
            case NONE -> s;
            case SOFTMAX_SVM, SOFTMAX_WNLL -> s.with(HeadChoice.SOFTMAX);
            case RELU_MPELU -> s.with(new Relu());
            case DECAY -> s.withDecay(0);
            case EQUAL_NORM, BATCH_NORM -> s.with(NormChoice.BATCH);
        };
    }

    LabSettings right(LabSettings s) {
        return switch (this) {
            case NONE -> s;
            case SOFTMAX_SVM -> s.with(HeadChoice.SVM);
            case SOFTMAX_WNLL -> s.with(HeadChoice.WNLL);
            case RELU_MPELU -> s.with(StartValues.of(Mpelu.class));
            case DECAY -> s.withDecay(DECAY_OF_TWIN);
            case EQUAL_NORM -> s.with(NormChoice.EQUAL_NORM);
            case BATCH_NORM -> s.with(NormChoice.NONE);
        };
    }
}
