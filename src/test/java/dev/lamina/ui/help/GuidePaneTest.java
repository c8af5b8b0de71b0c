package dev.lamina.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class GuidePaneTest {
    private final Texts texts = Texts.in(Language.ENGLISH);
    private final List<String> browsed = new ArrayList<>();
    private GuidePane pane;

    @BeforeEach
    void open() throws Exception {
        pane = fx(() -> {
            GuidePane made = new GuidePane(texts, browsed::add);
            Appearance.LIGHT.apply();
            Appearance.dress(new Scene(made, 900, 600));
            made.follow("first-steps.md");
            made.applyCss();
            made.layout();
            return made;
        });
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        return FxToolkit.onFx(work);
    }

    private Parent page() {
        return (Parent) ((ScrollPane) pane.lookup("#guide-page")).getContent();
    }

    private static Stream<Node> all(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(node ->
                        node instanceof Parent inner ? Stream.concat(Stream.of(node), all(inner)) : Stream.of(node));
    }

    private String title() {
        return all(page())
                .filter(node -> node.getStyleClass().contains("guide-h1"))
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPageHasItsHeadingsCodePicturesAndTables() throws Exception {
        fx(() -> {
            assertEquals("First steps", title());
            assertTrue(all(page()).anyMatch(ImageView.class::isInstance));
            assertTrue(all(page()).anyMatch(node -> node.getStyleClass().contains("guide-block")));
            pane.follow("train.md");
            assertTrue(all(page()).anyMatch(GridPane.class::isInstance));
            return null;
        });
    }

    @Test
    void aLinkLeadsToAPageAndBack() throws Exception {
        fx(() -> {
            Hyperlink link = all(page())
                    .filter(Hyperlink.class::isInstance)
                    .map(Hyperlink.class::cast)
                    .filter(found -> found.getText().equals("run folder"))
                    .findFirst()
                    .orElseThrow();
            link.fire();
            assertEquals("Files", title());
            Button back = (Button) pane.lookup("#guide-back");
            assertFalse(back.isDisabled());
            back.fire();
            assertEquals("First steps", title());
            assertTrue(back.isDisabled());
            return null;
        });
    }

    @Test
    void anAddressOutsideIsLeftToTheSystem() throws Exception {
        fx(() -> {
            pane.follow("https://www.tornadovm.org");
            return null;
        });
        assertEquals(List.of("https://www.tornadovm.org"), browsed);
    }

    @Test
    void aSearchListsSectionsAndChoosingOneOpensIt() throws Exception {
        fx(() -> {
            ((TextField) pane.lookup("#guide-query")).setText("confusion matrix");
            ListView<?> entries = (ListView<?>) pane.lookup("#guide-entries");
            assertTrue(entries.getItems().size() > 1);
            entries.getSelectionModel().select(0);
            assertEquals("Settings", title());
            assertTrue(((ScrollPane) pane.lookup("#guide-page")).getVvalue() > 0);
            return null;
        });
    }

    @Test
    void theLanguageIsFollowed() throws Exception {
        fx(() -> {
            pane.follow("settings.md");
            texts.languageProperty().set(Language.CHINESE);
            assertEquals("设置", title());
            return null;
        });
    }
}
