package dev.lamina.data.picture;

import dev.lamina.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Files that carry a picture's ending and hold something else, recognized by how they begin. */
final class ForeignContent {
    private ForeignContent() {}

    /** How a format begins. */
    private record Signature(int at, String text, Message name) {
        Signature(int at, String text, String name) {
            this(at, text, Message.verbatim(name));
        }
    }

    private static final List<Signature> FORMATS = List.of(
            new Signature(8, "WEBP", "WebP"),
            new Signature(4, "ftypavif", "AVIF"),
            new Signature(4, "ftypavis", "AVIF"),
            new Signature(4, "ftyp", Message.of("data.heicOrFilm")),
            new Signature(0, "\0\0\0\fjP  ", "JPEG 2000"),
            new Signature(0, "\u00ffO\u00ffQ", "JPEG 2000"),
            new Signature(0, "\u00ff\n", "JPEG XL"),
            new Signature(0, "\0\0\0\fJXL ", "JPEG XL"),
            new Signature(0, "8BPS", "Photoshop"),
            new Signature(0, "%PDF", "PDF"),
            new Signature(0, "gimp xcf", "GIMP"));

    /** @throws PictureFault naming what the file holds, where that is known */
    static void refuse(byte[] file) throws PictureFault {
        if (file.length == 0) {
            throw PictureFault.damaged(Message.of("data.emptyFile"));
        }
        for (Signature format : FORMATS) {
            if (Bytes.startsWith(file, format.at(), format.text())) {
                throw PictureFault.foreign(Message.of("data.contentIs", format.name()));
            }
        }
        String start = new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("version https://git-lfs")) {
            throw new PictureFault(Message.of("data.lfsPointer"));
        }
        if (start.startsWith("<svg") || start.startsWith("<?xml")) {
            throw PictureFault.foreign(Message.of("data.contentIs", Message.of("data.svgOrXml")));
        }
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            throw PictureFault.damaged(Message.of("data.webPage"));
        }
    }
}
