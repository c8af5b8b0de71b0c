package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.metric.Tags;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import dev.lamina.ui.run.RunCurves;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No number on the screen, no setting and no chart is without an explanation. */
class ExplainedScreenTest {
    /** Style classes of what says a number, a setting or a curve. */
    private static final List<String> SAYING = List.of(
            "chart-card",
            "chart-pane",
            "setting-name",
            "setting-unit",
            "setting-limits",
            "totals-value",
            "card-shape",
            "card-cost",
            "card-type",
            "palette-item",
            "card");

    @TempDir
    private Path folder;

    @Test
    void whateverSaysANumberASettingOrACurveSaysWhatItIs() throws Exception {
        for (Language language : Language.values()) {
            try (Screen screen = Screen.open(folder, Appearance.LIGHT, language)) {
                screen.fx(() -> screen.workbench
                        .runs()
                        .entries()
                        .add(new RunEntry("one", folder.resolve("one"), new RunCurves(), RunState.FINISHED)));
                Set<String> silent = new TreeSet<>();
                List<Node> said = new ArrayList<>();
                EveryView.of(screen, () -> collect(screen.workbench, said, silent));
                assertEquals("", String.join("\n", silent), language.toString());
                assertTrue(said.size() > 300, said.size() + " nodes");
            }
        }
    }

    private static void collect(Parent parent, List<Node> said, Set<String> silent) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (isSaying(node)) {
                said.add(node);
                List<Explanation> what = WhatIsThis.of(node);
                if (what.isEmpty()
                        || what.stream()
                                .anyMatch(one ->
                                        one.title().isBlank() || one.sentence().isBlank())) {
                    silent.add(node.getId() + " " + node.getStyleClass() + " " + node.getAccessibleText() + " " + what);
                }
            }
            if (node instanceof Parent inner) {
                collect(inner, said, silent);
            }
        }
    }

    private static boolean isSaying(Node node) {
        boolean runRow = node.getStyleClass().contains("list-cell")
                && !WhatIsThis.of(node).isEmpty();
        return runRow || node.getStyleClass().stream().anyMatch(SAYING::contains);
    }

    @Test
    void aChipAndARunRowAreExplainedByTheirQuantities() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            screen.fx(() -> {
                screen.workbench.show(
                        ExperimentDocument.unsaved(Template.quickStart().config()));
                return null;
            });
            screen.layout();
            screen.fx(() -> {
                Node chart = screen.workbench.runPane().charts().of(Tags.GBR);
                List<String> titles =
                        WhatIsThis.of(chart).stream().map(Explanation::title).toList();
                assertTrue(titles.containsAll(List.of("GBR", "Norm product")), titles::toString);
                Node accuracy = screen.workbench.runPane().charts().of(Tags.TEST_ACCURACY);
                assertTrue(WhatIsThis.of(accuracy).stream()
                        .anyMatch(one -> one.title().equals("Test accuracy")));
                Explanation gbr = WhatIsThis.of(chart).stream()
                        .filter(one -> one.title().equals("GBR"))
                        .findFirst()
                        .orElseThrow();
                assertEquals("(1/n) Σ ‖∂f(x)/∂x‖_F²", gbr.formula());
                assertTrue(gbr.source().contains("eqs. 2 and 18"));
                assertFalse(gbr.page().isEmpty());
                return null;
            });
        }
    }
}
