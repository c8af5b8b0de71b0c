package dev.lamina.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.metric.Tags;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class WhatIsThisTest {
    private final Texts texts = Texts.in(Language.ENGLISH);
    private final List<String> opened = new ArrayList<>();
    private final Label number = new Label("0.91");
    private final Button focused = new Button("x");
    private final Label silent = new Label("nothing");
    private final HBox around = new HBox(number);
    private Stage stage;

    private static <T> T fx(Callable<T> work) throws Exception {
        return FxToolkit.onFx(work);
    }

    @BeforeEach
    void open() throws Exception {
        fx(() -> {
            Appearance.LIGHT.apply();
            around.getChildren().add(WhatIsThis.button(texts));
            VBox root = new VBox(around, focused, silent);
            WhatIsThis.explain(around, () -> List.of(Explanation.of(Tags.TEST_ACCURACY, texts)));
            WhatIsThis.explain(focused, () -> List.of(Explanation.ofCount("flops", texts)));
            WhatIsThis.listen(texts, root, opened::add);
            stage = new Stage();
            Scene scene = new Scene(root, 300, 200);
            Appearance.dress(scene);
            stage.setScene(scene);
            stage.show();
            focused.requestFocus();
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return null;
        });
    }

    private void pointAt(Node node) {
        node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                1,
                1,
                1,
                1,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                null));
    }

    private void press(KeyCode key) {
        focused.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static List<String> titles() {
        return Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(over -> ((PopOver) over).getContentNode())
                .flatMap(view -> ((ExplanationView) view)
                        .getContent().lookupAll(".explanation-title").stream().map(title -> ((Label) title).getText()))
                .toList();
    }

    @Test
    void f1SaysWhatLiesUnderThePointer() throws Exception {
        fx(() -> {
            pointAt(number);
            press(KeyCode.F1);
            assertEquals(List.of("Test accuracy"), titles());
            return null;
        });
    }

    @Test
    void f1SaysWhatHasTheFocusWhereThePointerLiesOnNothing() throws Exception {
        fx(() -> {
            pointAt(silent);
            press(KeyCode.F1);
            assertEquals(List.of("FLOPs"), titles());
            press(KeyCode.F1);
            assertEquals(List.of("FLOPs"), titles());
            return null;
        });
    }

    @Test
    void theSmallButtonSaysWhatItStandsIn() throws Exception {
        fx(() -> {
            ((Button) around.lookup(".what-is-this")).fire();
            assertEquals(List.of("Test accuracy"), titles());
            return null;
        });
    }

    @Test
    void theWayToTheGuideIsItsPlaceThere() throws Exception {
        fx(() -> {
            pointAt(number);
            press(KeyCode.F1);
            PopOver over = (PopOver) Window.getWindows().stream()
                    .filter(PopOver.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            ((Hyperlink) ((ExplanationView) over.getContentNode()).getContent().lookup(".guide-link")).fire();
            assertEquals(List.of("quantities.md#test-accuracy"), opened);
            GuidePage page = new Guide(Language.ENGLISH).page("quantities.md").orElseThrow();
            assertTrue(page.sections().stream()
                    .anyMatch(section -> section.anchor().equals("test-accuracy")));
            return null;
        });
    }
}
