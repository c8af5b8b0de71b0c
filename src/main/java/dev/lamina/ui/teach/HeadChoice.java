package dev.lamina.ui.teach;

import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.SvmHead;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.ui.form.StartValues;
import java.util.Map;

/** How the laboratory's network decides. */
enum HeadChoice {
    SOFTMAX,
    SVM,
    /** Trained through its linear classifier for as long as one looks at it; what is shown is the interpolation. */
    WNLL;

    Head head() {
        return switch (this) {
            case SOFTMAX -> new SoftmaxHead(true, 0);
            case SVM -> new SvmHead(true, HingePower.SQUARED);
            case WNLL -> StartValues.of(WnllHead.class, Map.of("alternations", 1));
        };
    }

    /** Lead of the first score over the second at which a region has its full color. */
    double fullLead() {
        return this == SVM ? 2 : 1;
    }
}
