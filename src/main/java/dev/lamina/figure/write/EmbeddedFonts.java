package dev.lamina.figure.write;

import dev.lamina.figure.text.FigureFonts;
import dev.lamina.figure.text.FontFace;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontMapper;

/** Gives OpenPDF the file behind each face of a figure, to be embedded as a subset. */
final class EmbeddedFonts implements FontMapper {
    private final FigureFonts fonts;
    private final byte[] seed;
    private final Map<String, BaseFont> embedded = new HashMap<>();

    /** @param seed decides the six letters that mark the subsets; random ones would make every file differ */
    EmbeddedFonts(FigureFonts fonts, byte[] seed) {
        this.fonts = fonts;
        this.seed = seed;
    }

    /** Fonts that are not the figure's own are never drawn with; they stand for the regular face. */
    @Override
    public BaseFont awtToPdf(Font font) {
        FontFace face = fonts.faces().stream()
                .filter(f -> f.font().getFontName().equals(font.getFontName()))
                .findFirst()
                .orElse(fonts.regular());
        return embedded.computeIfAbsent(face.location(), location -> embed(face));
    }

    private BaseFont embed(FontFace face) {
        byte[] content = face.content().length == 0 ? null : face.content();
        try {
            BaseFont font =
                    BaseFont.createFont(face.location(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, content, null);
            // Seeded before its first use, this generator gives the same letters every time.
            SecureRandom letters = SecureRandom.getInstance("SHA1PRNG");
            letters.setSeed(seed);
            letters.setSeed(face.location().getBytes(StandardCharsets.UTF_8));
            font.setSecureRandom(letters);
            return font;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA1PRNG", e);
        } catch (IOException | DocumentException e) {
            throw new BadInputException(
                    Message.of("figure.notEmbedded", Message.verbatim(String.valueOf(e.getMessage())))
                            .at(face.location()),
                    e);
        }
    }

    @Override
    public Font pdfToAwt(BaseFont font, int size) {
        throw new UnsupportedOperationException("figures are written, not read");
    }
}
