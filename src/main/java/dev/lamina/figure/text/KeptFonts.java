package dev.lamina.figure.text;

import dev.lamina.figure.FontFamily;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fonts of figures that are drawn again and again: loaded anew only for what those at hand cannot show. One thread. */
public final class KeptFonts {
    private final Set<String> texts = new HashSet<>();
    private @Nullable FigureFonts fonts;

    /** @throws dev.lamina.tensor.BadInputException if the machine lacks the libraries Java draws text with */
    public FigureFonts of(FontFamily family, Collection<String> wanted) {
        FigureFonts kept = fonts;
        if (kept != null && kept.family() == family && wanted.stream().allMatch(text -> isShown(kept, text))) {
            return kept;
        }
        texts.addAll(wanted);
        FigureFonts loaded = FigureFonts.load(family, texts);
        fonts = loaded;
        return loaded;
    }

    /** What no installed font has was looked for when its text came first. */
    private boolean isShown(FigureFonts kept, String text) {
        return texts.contains(text) || kept.missingFrom(text).isEmpty();
    }
}
