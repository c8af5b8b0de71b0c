package dev.lamina.ui.figure;

import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Opens figures in windows of their own, which close with the one they come from. FX thread. */
public final class FigureWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;

    private FigureWindow() {}

    public static void open(
            @Nullable Window owner, Texts texts, FigureRequest request, Executor worker, FxExecutor fx) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.titleProperty().bind(texts.of("figure.title").map(title -> title + " · " + request.name()));
        Scene scene = new Scene(new FigurePane(texts, request, worker, fx), WIDTH, HEIGHT);
        Appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }
}
