package dev.lamina.figure.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Note;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.Spread;
import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.figure.venue.Venues;
import dev.lamina.tensor.BadInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** Each format beside the picture that all of them are of: two curves with bands that overlap, and mathematics. */
class FigureFormatsTest {
    private static final FigureStyle STYLE =
            Venues.bundled().of("elsevier").style(1).withDotsPerInch(150);
    private static final FigureOrigin ORIGIN = new FigureOrigin("0123456789abcdef".repeat(4));

    @BeforeAll
    static void textCanBeDrawn() {
        AvailableFonts.sans();
    }

    private static FigureSpec spec() {
        return FigureSpec.of(panel());
    }

    private static Panel panel() {
        return Panel.of(
                AxisSpec.of("epoch", AxisScale.INTEGER),
                AxisSpec.of("$\\frac{1}{n}\\sum_x \\|\\partial f/\\partial x\\|_F^2$", AxisScale.LINEAR),
                List.of(curve("λ = 10⁻⁴", 0), curve("second", 0.6)));
    }

    private static Series curve(String name, double up) {
        int points = 20;
        double[] x = new double[points];
        double[] y = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        int[] n = new int[points];
        for (int i = 0; i < points; i++) {
            x[i] = i + 1;
            y[i] = Math.sin(i / 4.0) + up;
            low[i] = y[i] - 0.5;
            high[i] = y[i] + 0.5;
            n[i] = 5;
        }
        return Series.of(name, x, y).withSpread(new Spread(Spread.Kind.STANDARD_DEVIATION, low, high, n));
    }

    private static byte[] bytes(FigureFormat format) {
        return FigureFiles.content(spec(), STYLE, ORIGIN, format);
    }

    private static String text(FigureFormat format) {
        return new String(bytes(format), StandardCharsets.UTF_8);
    }

    @Test
    void theSameFigureIsTheSameBytesAndSaysWhereItsNumbersComeFrom() {
        for (FigureFormat format : FigureFormat.values()) {
            assertArrayEquals(bytes(format), bytes(format), format.toString());
            if (format != FigureFormat.MATPLOTLIB) {
                String content = new String(bytes(format), StandardCharsets.ISO_8859_1);
                assertTrue(content.contains("0123456789abcdef".repeat(4)), format.toString());
            }
        }
    }

    @Test
    void postscriptHasTheExactBoxAndNoDate() {
        String eps = text(FigureFormat.EPS);
        assertTrue(eps.startsWith("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 256 156\n"), eps.substring(0, 80));
        assertTrue(eps.contains("%%HiResBoundingBox: 0 0 255.1181 155.9055\n"));
        assertFalse(eps.contains("Date"));
    }

    @Test
    void postscriptLooksLikeThePictureBandsIncluded(@TempDir Path folder) throws Exception {
        ForeignProgram.require("gs", "ghostscript");
        Files.write(folder.resolve("f.eps"), bytes(FigureFormat.EPS));
        ForeignProgram.run(
                folder,
                "gs",
                "-q",
                "-dSAFER",
                "-dNOPAUSE",
                "-dBATCH",
                "-dEPSCrop",
                "-sDEVICE=png16m",
                "-dTextAlphaBits=4",
                "-dGraphicsAlphaBits=4",
                "-r150",
                "-sOutputFile=f.png",
                "f.eps");
        double difference = difference(
                ImageIO.read(folder.resolve("f.png").toFile()),
                ImageIO.read(new ByteArrayInputStream(bytes(FigureFormat.PNG))));
        assertTrue(difference < 4, "mean difference of gray values: " + difference);
    }

    /** Mean difference of gray values of pixels at the same places. */
    private static double difference(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        assertEquals(a.getWidth(), b.getWidth(), 2);
        assertEquals(a.getHeight(), b.getHeight(), 2);
        double sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255));
            }
        }
        return sum / width / height;
    }

    @Test
    void tiffHasThePixelsOfThePictureItsResolutionAndIsCompressed() throws IOException {
        byte[] tiff = bytes(FigureFormat.TIFF);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes(FigureFormat.PNG)));
        assertEquals(0, difference(ImageIO.read(new ByteArrayInputStream(tiff)), picture));
        assertTrue(tiff.length < picture.getWidth() * picture.getHeight());
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
            reader.setInput(stream);
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_1.0");
            NodeList size = root.getElementsByTagName("HorizontalPixelSize");
            double millimeters = Double.parseDouble(
                    size.item(0).getAttributes().getNamedItem("value").getNodeValue());
            assertEquals(25.4 / 150, millimeters, 1e-4);
        }
    }

    @Test
    void outlinesAreNoText() {
        assertTrue(text(FigureFormat.SVG).contains("<text"));
        assertFalse(text(FigureFormat.SVG_OUTLINES).contains("<text"));
    }

    @Test
    void allLabelsAreFoundInThePdf(@TempDir Path folder) throws Exception {
        ForeignProgram.require("pdftotext", "poppler-utils");
        Files.write(folder.resolve("f.pdf"), bytes(FigureFormat.PDF));
        String found = ForeignProgram.run(folder, "pdftotext", "-layout", "f.pdf", "-");
        for (String label : List.of("epoch", "λ", "second", "‖", "∂", "standard deviation")) {
            assertTrue(found.contains(label), label + " in " + found);
        }
        String fonts = ForeignProgram.run(folder, "pdffonts", "f.pdf");
        List<String> rows = fonts.lines().skip(2).toList();
        assertTrue(rows.size() >= 2, fonts);
        for (String row : rows) {
            assertTrue(row.matches("[A-Z]{6}\\+Liberation.*CID TrueType +Identity-H +yes yes yes.*"), row);
        }
    }

    @Test
    void texCompilesWhatIsWrittenForIt(@TempDir Path folder) throws Exception {
        ForeignProgram.require("pdflatex", "texlive-pictures");
        String document = "\\documentclass{article}\\pagestyle{empty}\\usepackage[T1]{fontenc}\\usepackage{pgfplots}"
                + "\\pgfplotsset{compat=1.18}\\begin{document}" + text(FigureFormat.PGFPLOTS) + "\\end{document}";
        Files.writeString(folder.resolve("f.tex"), document);
        ForeignProgram.run(folder, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "f.tex");
        assertTrue(Files.size(folder.resolve("f.pdf")) > 10_000);
    }

    @Test
    void texTextIsEscapedAndMathematicsGoesThrough() {
        assertEquals("test accuracy (\\%) $10^{-4}$", TexText.of("test accuracy (%) $10^{-4}$"));
        assertEquals("10$^{-4}$ a\\_b $\\lambda$", TexText.of("10⁻⁴ a_b λ"));
    }

    @Test
    void whatTexCannotHoldIsRefused() {
        FigureSpec inset = FigureSpec.of(panel().withNotes(
                        List.of(new Note.Inset(new AxisRange(1, 2), new AxisRange(0, 1), Note.Corner.TOP_LEFT, 0.3))));
        String message = assertThrows(
                        BadInputException.class, () -> FigureFiles.content(inset, STYLE, ORIGIN, FigureFormat.PGFPLOTS))
                .getMessage();
        assertTrue(message.contains("leave pgfplots out"), message);
    }

    @Test
    void theScriptDrawsTheNumbersBesideIt(@TempDir Path folder) throws Exception {
        ForeignProgram.require("python3", "python3-matplotlib");
        assumeTrue(
                new ProcessBuilder("python3", "-c", "import matplotlib").start().waitFor() == 0,
                "python3 has no matplotlib (Debian: python3-matplotlib)");
        Files.write(folder.resolve("f.csv"), bytes(FigureFormat.CSV));
        Files.write(folder.resolve("f.py"), bytes(FigureFormat.MATPLOTLIB));
        ForeignProgram.run(folder, "python3", "f.py");
        assertTrue(Files.size(folder.resolve("f-matplotlib.pdf")) > 5_000);
    }
}
