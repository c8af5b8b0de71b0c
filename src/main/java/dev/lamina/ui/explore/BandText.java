package dev.lamina.ui.explore;

import dev.lamina.metric.BandKind;
import dev.lamina.ui.fx.Texts;
import javafx.util.StringConverter;

/** Bands in the window's language. */
final class BandText extends StringConverter<BandKind> {
    private final Texts texts;

    BandText(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(BandKind kind) {
        return kind == null ? "" : texts.get("band." + kind);
    }

    @Override
    public BandKind fromString(String text) {
        throw new UnsupportedOperationException(text);
    }
}
