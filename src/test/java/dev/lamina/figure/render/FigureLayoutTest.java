package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Panel;
import dev.lamina.figure.RunMetrics;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.metric.Tags;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureLayoutTest {
    private static final FigureSpec ONE_RUN = TrainingFigures.accuracyAndBound(SyntheticRuns.run(60, 1e-4, 3));
    private static final FigureSpec SIX_RUNS =
            TrainingFigures.compare(List.of(Tags.TEST_ACCURACY, Tags.GBR), SyntheticRuns.weightDecays(40));

    @Test
    void inOneColumnPanelsAreStackedAndShareTheLowerOnesTickLabels() {
        List<PanelPlace> panels = layout(ONE_RUN, FigureStyle.singleColumn()).panels();
        Rectangle2D upper = panels.get(0).frame();
        Rectangle2D lower = panels.get(1).frame();
        assertEquals(upper.getMinX(), lower.getMinX());
        assertEquals(upper.getWidth(), lower.getWidth());
        assertEquals(upper.getHeight(), lower.getHeight());
        assertTrue(upper.getMaxY() < lower.getMinY());
        assertFalse(panels.get(0).xLabels());
        assertTrue(panels.get(1).xLabels());
    }

    @Test
    void overTwoColumnsPanelsStandSideBySide() {
        List<PanelPlace> panels = layout(ONE_RUN, FigureStyle.doubleColumn()).panels();
        Rectangle2D left = panels.get(0).frame();
        Rectangle2D right = panels.get(1).frame();
        assertEquals(left.getMinY(), right.getMinY());
        assertEquals(left.getWidth(), right.getWidth());
        assertTrue(left.getMaxX() < right.getMinX());
        assertTrue(panels.get(0).xLabels() && panels.get(1).xLabels());
    }

    @Test
    void everythingLiesOnThePageAndLegendsLieOutsideTheFrames() {
        for (FigureStyle style : List.of(FigureStyle.singleColumn(), FigureStyle.doubleColumn(), FigureStyle.slide())) {
            for (FigureSpec spec : List.of(ONE_RUN, SIX_RUNS, ONE_RUN.withTitle("Title"))) {
                FigureLayout layout = layout(spec, style);
                Rectangle2D page = new Rectangle2D.Double(0, 0, layout.page().width(), layout.height());
                assertTrue(layout.legendLeft() + layout.legend().width() <= page.getMaxX());
                for (PanelPlace place : layout.panels()) {
                    assertTrue(page.contains(place.cell()), place.cell() + " in " + page);
                    assertTrue(place.cell().contains(place.frame()), place.frame() + " in " + place.cell());
                    assertTrue(layout.legendTop() + layout.legend().height()
                            <= place.frame().getMinY());
                    PanelHeader header = place.header();
                    assertTrue(place.cell().getY()
                                    + header.legendTop(8)
                                    + header.legend().height()
                            <= place.frame().getMinY());
                    assertTrue(place.leftLabelX() > 0);
                }
            }
        }
    }

    @Test
    void longTextsAreSetSmallerUntilTheyFit() {
        String text = "a name as long as a whole sentence, and then some more ".repeat(3);
        List<RunMetrics> runs = IntStream.range(0, 3)
                .mapToObj(i -> new RunMetrics(text + i, SyntheticRuns.run(5, 0, i)))
                .toList();
        FigureSpec plain = TrainingFigures.compare(List.of(Tags.TEST_ACCURACY, Tags.GBR), runs);
        List<Panel> panels = plain.panels().stream()
                .map(panel -> Panel.of(AxisSpec.of(text, AxisScale.INTEGER), panel.left(), panel.series())
                        .withTitle(text))
                .toList();
        for (FigureStyle style : List.of(FigureStyle.singleColumn(), FigureStyle.doubleColumn())) {
            FigureLayout common = layout(new FigureSpec(text, panels), style);
            FigureLayout own = layout(FigureSpec.of(panels.getFirst()), style);
            double width = common.page().width() - 2 * common.page().margin();
            assertTrue(common.title().width() <= width + 1e-9, common.title().width() + " of " + width);
            assertEquals(3, common.legend().entries().size());
            assertTrue(common.legend().width() <= width + 1e-9, common.legend().width() + " of " + width);
            for (FigureLayout layout : List.of(common, own)) {
                for (PanelPlace place : layout.panels()) {
                    Page page = layout.page();
                    Legend legend = place.header().legend();
                    assertTrue(place.header().titleStart(page.size())
                                    + place.title(page).width()
                            <= place.cell().getWidth() + 1e-9);
                    assertTrue(place.header().legendStart(page.size()) + legend.width()
                            <= place.cell().getWidth() + 1e-9);
                    double half = place.xLabel(page).width() / 2;
                    assertTrue(place.frame().getCenterX() - half >= place.cell().getMinX() - 1e-9);
                    assertTrue(place.frame().getCenterX() + half <= place.cell().getMaxX() + 1e-9);
                }
            }
        }
    }

    @Test
    void aLegendOfManyRowsMakesTheFigureHigherAndNotTheFrameLow() {
        List<RunMetrics> runs = IntStream.range(0, 12)
                .mapToObj(i -> new RunMetrics("a rather long name, seed " + i, SyntheticRuns.run(5, 0, i)))
                .toList();
        FigureSpec spec = TrainingFigures.compare(List.of(Tags.GBR), runs);
        FigureLayout layout = layout(spec, FigureStyle.singleColumn());
        PanelPlace place = layout.panels().getFirst();
        assertTrue(place.frame().getHeight() >= 70, place.frame().toString());
        assertTrue(layout.height() > FigureStyle.singleColumn().heightPoints(1));
        assertTrue(place.cell().getMaxY() <= layout.height());
        assertEquals(
                FigureStyle.singleColumn().heightPoints(2),
                layout(ONE_RUN, FigureStyle.singleColumn()).height());
    }

    @Test
    void panelsWithTheSameCurvesHaveOneLegend() {
        FigureLayout six = layout(SIX_RUNS, FigureStyle.doubleColumn());
        assertEquals(6, six.legend().entries().size());
        assertEquals(0, six.panels().getFirst().header().legend().entries().size());
        FigureLayout one = layout(ONE_RUN, FigureStyle.doubleColumn());
        assertEquals(0, one.legend().entries().size());
        assertEquals(3, one.panels().get(0).header().legend().entries().size());
        assertEquals(0, one.panels().get(1).header().legend().entries().size());
    }

    private static FigureLayout layout(FigureSpec spec, FigureStyle style) {
        return FigureLayout.of(Page.of(spec, style, AvailableFonts.sans()));
    }
}
