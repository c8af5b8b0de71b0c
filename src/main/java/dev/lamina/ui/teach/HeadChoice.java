package dev.lamina.ui.teach;

import dev.lamina.manifold.WnllSettings;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.SvmHead;
import dev.lamina.nn.head.WnllHead;

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
            case WNLL -> new WnllHead(true, WnllSettings.DEFAULT, 1, 1, 1, 2000, 5e-4, ScoreGradient.SCORES, 0.5, 0);
        };
    }

    /** Lead of the first score over the second at which a region has its full color. */
    double fullLead() {
        return this == SVM ? 2 : 1;
    }
}
