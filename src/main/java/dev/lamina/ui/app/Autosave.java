package dev.lamina.ui.app;

import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Texts;
import java.util.List;

/** Keeps a copy of what is not saved, and says once where it cannot. FX thread. */
final class Autosave {
    private final Recovery recovery;
    private final Notices notices;
    private final Texts texts;
    private boolean keeping = true;

    Autosave(Recovery recovery, Notices notices, Texts texts) {
        this.recovery = recovery;
        this.notices = notices;
        this.texts = texts;
    }

    void keep(ExperimentDocument opened) {
        try {
            recovery.keep(opened);
            keeping = true;
        } catch (BadInputException e) {
            if (keeping) {
                keeping = false;
                notices.show(Notices.Kind.ERROR, texts.of("recovery.cannot", e.problem()), List.of());
            }
        }
    }
}
