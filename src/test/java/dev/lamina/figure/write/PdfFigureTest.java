package dev.lamina.figure.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.FontFamily;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.text.AvailableFonts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfFigureTest {
    private static final FigureSpec SPEC = TrainingFigures.accuracyAndBound(SyntheticRuns.run(20, 0, 1));

    @Test
    void thereIsOnePageOfTheStylesSizeWithoutDates() throws IOException {
        try (PdfReader reader = reader(SPEC, FigureStyle.doubleColumn())) {
            assertEquals(1, reader.getNumberOfPages());
            Rectangle page = reader.getPageSize(1);
            assertEquals(175 / 25.4 * 72, page.getWidth(), 0.01);
            assertEquals(65 / 25.4 * 72, page.getHeight(), 0.01);
            assertFalse(reader.getInfo().containsKey("CreationDate"));
            assertFalse(reader.getInfo().containsKey("ModDate"));
        }
    }

    @Test
    void everyFontIsAnEmbeddedSubset() throws IOException {
        FigureStyle serif = FigureStyle.singleColumn().withFont(FontFamily.SERIF, 9);
        for (FigureStyle style : List.of(FigureStyle.singleColumn(), serif)) {
            try (PdfReader reader = reader(SPEC, style)) {
                List<String> names = embeddedFonts(reader);
                assertEquals(2, names.size(), names::toString);
                String family = style.fontFamily() == FontFamily.SERIF ? "LiberationSerif" : "LiberationSans";
                assertTrue(names.stream().allMatch(n -> n.matches("[A-Z]{6}\\+" + family + ".*")), names::toString);
            }
        }
    }

    @Test
    void chineseTitlesAreEmbeddedToo() throws IOException {
        assumeFalse(
                AvailableFonts.sans("训练").fallbacks().isEmpty(),
                "no Chinese font is installed here (Debian: fonts-noto-cjk)");
        try (PdfReader reader = reader(SPEC.withTitle("训练曲线"), FigureStyle.singleColumn())) {
            assertEquals(3, embeddedFonts(reader).size());
        }
    }

    @Test
    void theTextCanBeSearched() throws IOException {
        try (PdfReader reader = reader(SPEC, FigureStyle.doubleColumn())) {
            String text = new PdfTextExtractor(reader).getTextFromPage(1);
            assertTrue(text.contains("validation") && text.contains("epoch"), text);
        }
    }

    /** Names of all fonts; fails for one whose program is not in the file. */
    private static List<String> embeddedFonts(PdfReader reader) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < reader.getXrefSize(); i++) {
            PdfObject object = reader.getPdfObject(i);
            if (object instanceof PdfDictionary font && PdfName.FONT.equals(font.get(PdfName.TYPE))) {
                if (PdfName.TYPE0.equals(font.get(PdfName.SUBTYPE))) {
                    names.add(
                            PdfName.decodeName(font.getAsName(PdfName.BASEFONT).toString()));
                } else {
                    PdfDictionary descriptor = font.getAsDict(PdfName.FONTDESCRIPTOR);
                    assertNotNull(descriptor, font + " is one of the fonts every viewer is supposed to have");
                    assertTrue(
                            descriptor.contains(PdfName.FONTFILE2) || descriptor.contains(PdfName.FONTFILE3),
                            font + " is not embedded");
                }
            }
        }
        return names;
    }

    private static PdfReader reader(FigureSpec spec, FigureStyle style) throws IOException {
        return new PdfReader(WrittenSample.of(spec, style, FigureFormat.PDF));
    }
}
