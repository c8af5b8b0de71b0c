package dev.lamina.ui.help;

import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The guide in a window of its own, opened once and brought to the front after that. FX thread. */
public final class GuideWindow {
    public static final String FIRST_PAGE = "first-steps.md";
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 720;

    private final Texts texts;
    private final Consumer<String> browse;
    private @Nullable Stage stage;
    private @Nullable GuidePane pane;

    /** @param browse opens an address outside the program */
    public GuideWindow(Texts texts, Consumer<String> browse) {
        this.texts = texts;
        this.browse = browse;
    }

    /** @param page a file of the guide, and a heading of it behind a # */
    public void open(@Nullable Window owner, String page) {
        Stage shown = stage;
        GuidePane guide = pane;
        if (shown == null || guide == null) {
            guide = new GuidePane(texts, browse);
            shown = new Stage();
            shown.initOwner(owner);
            shown.titleProperty().bind(texts.of("guide"));
            Scene scene = new Scene(guide, WIDTH, HEIGHT);
            Appearance.dress(scene);
            shown.setScene(scene);
            stage = shown;
            pane = guide;
        }
        guide.follow(page);
        shown.show();
        shown.toFront();
    }
}
