package dev.lamina.ui.app;

import dev.lamina.log.ErrorReport;
import dev.lamina.log.LogPlace;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Shows errors that nobody expected: the first one, and how many followed until it was dismissed. FX thread. */
final class ErrorNotice {
    private final Texts texts;
    private final Dialogs dialogs;
    private final Notices notices;
    private final IntegerProperty more = new SimpleIntegerProperty();
    private @Nullable Node shown;

    ErrorNotice(Texts texts, Dialogs dialogs, Notices notices) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.notices = notices;
    }

    void show(ErrorReport report) {
        if (notices.isShown(shown)) {
            more.set(more.get() + 1);
            return;
        }
        more.set(0);
        shown = notices.show(
                Notices.Kind.ERROR,
                Bindings.createStringBinding(() -> text(report), texts.languageProperty(), more),
                List.of(
                        new Notices.Offer("error.copy", () -> dialogs.copy(report.text())),
                        new Notices.Offer("showLog", () -> dialogs.show(LogPlace.folder()))));
    }

    private String text(ErrorReport report) {
        return more.get() == 0
                ? texts.get("error.unexpected", report.line())
                : texts.get("error.unexpectedMore", report.line(), more.get());
    }
}
