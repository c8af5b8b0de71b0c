package dev.lamina.figure.text;

import dev.lamina.figure.FontFamily;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * The faces one figure is set in: the bundled regular, bold and slanted face and, only if its texts need them, installed faces
 * for characters those lack.
 *
 * @param fallbacks tried in order for a character the bundled face has no glyph for
 */
public record FigureFonts(
        FontFamily family, FontFace regular, FontFace bold, FontFace italic, List<FontFace> fallbacks) {

    /**
     * Loads the faces for all these texts.
     *
     * @throws BadInputException if the machine lacks the libraries Java draws text with
     */
    public static FigureFonts load(FontFamily family, Collection<String> texts) {
        return guarded(() -> loadFaces(family, texts));
    }

    /**
     * Turns what the JDK throws without fontconfig, freetype or any installed font into one clear line. It throws
     * errors and exceptions of many kinds, others on the second try than on the first; all come from loading files
     * that are part of the program and known to be good, so the machine must be at fault.
     */
    static FigureFonts guarded(Callable<FigureFonts> loading) {
        try {
            return loading.call();
        } catch (VirtualMachineError e) {
            if (e instanceof InternalError) {
                throw unusable(e);
            }
            throw e;
        } catch (Exception | LinkageError e) {
            throw unusable(e);
        }
    }

    private static BadInputException unusable(Throwable e) {
        Message reason = Message.verbatim(e.getMessage() == null ? e.toString() : e.getMessage());
        return new BadInputException(Message.of("figure.noText", reason).at("figures"), e);
    }

    private static FigureFonts loadFaces(FontFamily family, Collection<String> texts)
            throws IOException, FontFormatException {
        FontFace regular = bundled(family.fileName() + "-Regular.ttf", Font.PLAIN);
        FontFace bold = bundled(family.fileName() + "-Bold.ttf", Font.BOLD);
        FontFace italic = bundled(family.fileName() + "-Italic.ttf", Font.ITALIC);
        // Measuring is what needs fontconfig; better now than in the middle of a drawing.
        regular.font().getStringBounds("0", new FontRenderContext(null, true, true));
        Set<Integer> missing = texts.stream()
                .map(MathText::plain)
                .flatMapToInt(String::codePoints)
                .map(SmallType::baseOf)
                .filter(c -> !regular.shows(c))
                .boxed()
                .collect(Collectors.toSet());
        return new FigureFonts(family, regular, bold, italic, InstalledFonts.showing(missing, family));
    }

    private static FontFace bundled(String fileName, int style) throws IOException, FontFormatException {
        try (InputStream stream = FigureFonts.class.getResourceAsStream("/liberation/" + fileName)) {
            if (stream == null) {
                throw new IllegalStateException(fileName + " of openpdf-fonts-extra is not on the class path");
            }
            byte[] content = stream.readAllBytes();
            // The style is written into the font so that an SVG says font-weight="bold"; the glyphs are bold already.
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(content))
                    .deriveFont(style);
            return new FontFace(font, fileName, content);
        }
    }

    /** All faces, for embedding. */
    public List<FontFace> faces() {
        List<FontFace> faces = new ArrayList<>(List.of(regular, bold, italic));
        faces.addAll(fallbacks);
        return faces;
    }

    /** The face that draws a character: the first that has it, the bundled one if none has. */
    FontFace faceFor(int codePoint, Weight weight) {
        FontFace first = switch (weight) {
            case REGULAR -> regular;
            case BOLD -> bold;
            case ITALIC -> italic;
        };
        if (first.shows(codePoint)) {
            return first;
        }
        if (regular.shows(codePoint)) {
            return regular;
        }
        return fallbacks.stream().filter(f -> f.shows(codePoint)).findFirst().orElse(first);
    }

    /** The characters of a text that no face can draw, in order, each once. */
    public String missingFrom(String text) {
        return MathText.plain(text)
                .codePoints()
                .map(SmallType::baseOf)
                .filter(c -> !faceFor(c, Weight.REGULAR).shows(c))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
