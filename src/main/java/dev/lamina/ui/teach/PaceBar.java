package dev.lamina.ui.teach;

import dev.lamina.event.TrainingEvent;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Start, wait, one step, anew, and how fast steps follow each other, from one a second to as fast as it goes. */
final class PaceBar extends HBox {
    /** Steps a second; 0 for as fast as it goes. */
    private static final List<Integer> PACES = List.of(1, 2, 5, 10, 30, 100, 300, 1000, 0);

    private static final int FIRST = 5;

    private final Texts texts;
    private final Button play = new Button();
    private final FontIcon icon = new FontIcon(Material2MZ.PLAY_ARROW);
    private final Slider pace = new Slider(0, PACES.size() - 1.0, FIRST);
    private final Label paceWords = new Label();
    private final Label said = new Label();

    /** What the buttons do. */
    interface Actions {
        void playOrPause();

        void step();

        void anew();
    }

    /** @param twin what chooses twins */
    PaceBar(Texts texts, Actions actions, DoubleConsumer setPace, Node twin) {
        super(8);
        this.texts = texts;
        getStyleClass().add("pace-bar");
        setAlignment(Pos.CENTER_LEFT);
        Described.by(texts, play, "lab-play");
        play.setGraphic(icon);
        play.getStyleClass().addAll("accent", "lab-play");
        play.setOnAction(_ -> actions.playOrPause());
        Described.by(texts, pace, "lab-pace");
        pace.setBlockIncrement(1);
        pace.setMajorTickUnit(1);
        pace.setMinorTickCount(0);
        pace.setSnapToTicks(true);
        pace.setPrefWidth(130);
        pace.getStyleClass().add("small");
        paceWords.setMinWidth(92);
        pace.valueProperty().addListener((_, _, _) -> {
            relabel();
            setPace.accept(stepsPerSecond());
        });
        texts.languageProperty().addListener(_ -> relabel());
        relabel();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        said.getStyleClass().add("lab-said");
        getChildren()
                .addAll(
                        play,
                        button("lab-step", Material2MZ.SKIP_NEXT, actions::step),
                        button("lab-anew-button", Material2MZ.REPLAY, actions::anew),
                        new FontIcon(Material2MZ.SPEED),
                        pace,
                        paceWords,
                        space,
                        twin);
    }

    private Button button(String id, Ikon ikon, Runnable work) {
        Button button = new Button();
        Described.by(texts, button, id);
        button.setGraphic(new FontIcon(ikon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setOnAction(_ -> work.run());
        return button;
    }

    /** Where it stands how far the training is. */
    Label said() {
        return said;
    }

    double stepsPerSecond() {
        return PACES.get((int) Math.round(pace.getValue()));
    }

    private void relabel() {
        double steps = stepsPerSecond();
        paceWords.setText(
                steps == 0 ? texts.get("lab-pace.full") : texts.get("lab-pace.steps", (int) Math.round(steps)));
    }

    /** Whether the training goes on, and how far it is. */
    void show(RunningState running, long step, TrainingEvent.@Nullable StepCompleted latest, int wrong, int of) {
        icon.setIconCode(running == RunningState.GOES_ON ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW);
        String loss = latest == null ? "–" : String.format(Locale.ROOT, "%.3f", latest.loss());
        said.setText(texts.get("lab-said", String.format(Locale.ROOT, "%,d", step), loss, wrong, of));
    }

    /** Whether steps follow each other by themselves. */
    enum RunningState {
        GOES_ON,
        WAITS
    }
}
