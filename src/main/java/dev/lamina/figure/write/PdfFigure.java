package dev.lamina.figure.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfGraphics2D;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/** The figure as one PDF page of its exact size, text as text with embedded subsets of its fonts. */
final class PdfFigure {
    private PdfFigure() {}

    static byte[] of(Drawing drawing) {
        byte[] fingerprint = fingerprint(drawing);
        float width = (float) drawing.widthPoints();
        float height = (float) drawing.heightPoints();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(new Rectangle(width, height), 0, 0, 0, 0)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            // Submission systems of journals refuse newer versions.
            writer.setPdfVersion(PdfWriter.VERSION_1_5);
            writer.setRgbTransparencyBlending(true);
            document.open();
            if (!drawing.spec().title().isEmpty()) {
                document.addTitle(drawing.spec().title());
            }
            if (drawing.origin().isKnown()) {
                document.addHeader(FigureOrigin.KEY, drawing.origin().configSha256());
            }
            // No date and no random identifier: the same figure is the same file.
            writer.getInfo().remove(PdfName.CREATIONDATE);
            writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(fingerprint, fingerprint));
            PdfGraphics2D graphics = new PdfGraphics2D(
                    writer.getDirectContent(),
                    width,
                    height,
                    new EmbeddedFonts(drawing.fonts(), fingerprint),
                    false,
                    false,
                    0);
            graphics.setCompositeFontDrawerEnabled(false);
            drawing.renderer().draw(graphics);
            graphics.dispose();
        }
        return bytes.toByteArray();
    }

    /** 16 bytes that stand for the figure's numbers and look. */
    private static byte[] fingerprint(Drawing drawing) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(drawing.csv());
            digest.update(drawing.style().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(String.join("\n", drawing.spec().texts()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
