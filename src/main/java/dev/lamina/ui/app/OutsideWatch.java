package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Notices that someone else changed the file of the open experiment, and offers to read it again while it has no changes of
 * its own; else saving asks. FX thread; files are read in the background.
 */
final class OutsideWatch {
    private final Services services;
    private final Notices notices;
    private final Supplier<Optional<ExperimentDocument>> open;
    private final Consumer<KnownFile> reload;
    private @Nullable Node shown;
    private @Nullable KnownFile told;

    /** @param reload opens a file again */
    OutsideWatch(
            Services services,
            Notices notices,
            Supplier<Optional<ExperimentDocument>> open,
            Consumer<KnownFile> reload) {
        this.services = services;
        this.notices = notices;
        this.open = open;
        this.reload = reload;
    }

    /** Looks at the file once. */
    void look() {
        open.get()
                .filter(document -> !document.changedProperty().get())
                .flatMap(ExperimentDocument::known)
                .ifPresent(known -> services.background().execute(() -> {
                    if (known.since() == KnownFile.Change.CHANGED) {
                        KnownFile now = KnownFile.now(known.path());
                        services.fx().execute(() -> tell(known, now));
                    }
                }));
    }

    private void tell(KnownFile known, KnownFile now) {
        boolean still = open.get()
                .filter(document -> !document.changedProperty().get())
                .flatMap(ExperimentDocument::known)
                .equals(Optional.of(known));
        if (!still || now.equals(told)) {
            return;
        }
        withdraw();
        told = now;
        Texts texts = services.texts();
        shown = notices.show(
                Notices.Kind.HINT,
                texts.of("outside.changed", String.valueOf(known.path().getFileName())),
                List.of(new Notices.Offer("outside.reload", () -> {
                    withdraw();
                    reload.accept(known);
                })));
    }

    /** Another experiment is open, or this one was saved. */
    void withdraw() {
        told = null;
        if (shown != null) {
            notices.withdraw(shown);
        }
    }
}
