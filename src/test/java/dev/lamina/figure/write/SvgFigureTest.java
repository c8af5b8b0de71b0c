package dev.lamina.figure.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.TrainingFigures;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgFigureTest {
    @Test
    void labelsAndNamesAreTextInAWellFormedFileOfTheRightSize() throws Exception {
        FigureSpec spec =
                TrainingFigures.accuracyAndBound(SyntheticRuns.run(20, 0, 1)).withTitle("A < B & C");
        Element root = parsed(WrittenSample.of(spec, FigureStyle.doubleColumn(), FigureFormat.SVG));
        List<String> texts = texts(root);
        for (String expected : List.of(
                "A < B & C",
                "accuracy (%)",
                "GBR (normalized pixels)",
                "epoch",
                "training",
                "validation",
                "test",
                "(a)",
                "(b)")) {
            assertTrue(texts.contains(expected), expected + " in " + texts);
        }
        assertEquals("175.000mm", root.getAttribute("width"));
        assertEquals("65.000mm", root.getAttribute("height"));
        assertEquals("A < B & C", root.getElementsByTagName("title").item(0).getTextContent());
    }

    @Test
    void aCurveHasAsManyCornersAsPointsAndAGapBreaksIt() throws Exception {
        String whole = curve(1, 3, 2, 4, 5);
        assertEquals("MLLLL", whole);
        assertEquals("MLML", curve(1, 3, Double.NaN, 4, 5));
        assertEquals("MLML", curve(1, 3, -2, 4, 5), "a negative value has no place on a logarithmic axis");
    }

    @Test
    void aNanIsMarkedWithACross() throws Exception {
        int without = lines(1, 3, 2);
        assertEquals(without + 2, lines(1, Double.NaN, 2));
        assertEquals(without + 4, lines(Double.POSITIVE_INFINITY, Double.NaN, 2));
    }

    @Test
    void eachFontHasSubstitutesOfItsWidths() throws Exception {
        byte[] svg = WrittenSample.of(figure(1, 2), FigureStyle.singleColumn(), FigureFormat.SVG);
        assertTrue(
                new String(svg, "UTF-8").contains("font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\""));
    }

    private static String curve(double... y) throws Exception {
        NodeList paths = parsed(WrittenSample.of(figure(y), FigureStyle.singleColumn(), FigureFormat.SVG))
                .getElementsByTagName("path");
        return IntStream.range(0, paths.getLength())
                .mapToObj(i -> ((Element) paths.item(i)).getAttribute("d").replaceAll("[^A-Za-z]", ""))
                .filter(commands -> commands.matches("M[ML]*L"))
                .findFirst()
                .orElse("");
    }

    /** The number of line elements in the color of a lone curve that are slanted. */
    private static int lines(double... y) throws Exception {
        NodeList lines = parsed(WrittenSample.of(figure(y), FigureStyle.singleColumn(), FigureFormat.SVG))
                .getElementsByTagName("line");
        return (int) IntStream.range(0, lines.getLength())
                .mapToObj(i -> (Element) lines.item(i))
                .filter(l -> !l.getAttribute("x1").equals(l.getAttribute("x2"))
                        && !l.getAttribute("y1").equals(l.getAttribute("y2")))
                .count();
    }

    private static FigureSpec figure(double... y) {
        double[] x = IntStream.rangeClosed(1, y.length).asDoubleStream().toArray();
        return FigureSpec.of(Panel.of(
                AxisSpec.of("epoch", AxisScale.INTEGER),
                AxisSpec.of("GBR", AxisScale.LOGARITHMIC),
                List.of(Series.of("GBR", x, y))));
    }

    private static Element parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();
    }

    private static List<String> texts(Element root) {
        NodeList nodes = root.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
