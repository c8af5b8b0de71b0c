package dev.lamina.ui.teach;

import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.SettingValues;
import dev.lamina.ui.form.StartValues;
import dev.lamina.ui.form.Vocabulary;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The network and how it is trained. What makes the weights start anew stands under a heading that says so. */
final class NetworkPane extends VBox {
    private static final List<Double> DECAYS = List.of(0.0, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1);
    private static final double LEAST_LOG_RATE = -4;
    private static final double GREATEST_LOG_RATE = 1;

    private final Texts texts;
    private final Change change;
    private final SliderRow depth;
    private final SliderRow width;
    private final ComboBox<SettingValues.Choice> activation = new ComboBox<>();
    private final ComboBox<NormChoice> norm = new ComboBox<>();
    private final Map<HeadChoice, ToggleButton> heads = new EnumMap<>(HeadChoice.class);
    private final SliderRow rate;
    private final SliderRow decay;
    private boolean showing;

    /** Takes what a person changes. */
    @FunctionalInterface
    interface Change {
        void to(UnaryOperator<LabSettings> change);
    }

    NetworkPane(Texts texts, Change change) {
        super(8);
        this.texts = texts;
        this.change = change;
        depth = new SliderRow(texts, "lab-depth", 0, 6, 1, DataPane::whole)
                .onMoved(value -> change.to(s -> s.withDepth((int) value)));
        width = new SliderRow(texts, "lab-width", 1, 32, 1, DataPane::whole)
                .onMoved(value -> change.to(s -> s.withWidth((int) value)));
        rate = new SliderRow(texts, "lab-rate", LEAST_LOG_RATE, GREATEST_LOG_RATE, 0.25, NetworkPane::power)
                .whileMoved(value -> change.to(s -> s.withRate(rate(value))));
        decay = new SliderRow(texts, "lab-decay", 0, DECAYS.size() - 1.0, 1, NetworkPane::decay)
                .whileMoved(value -> change.to(s -> s.withDecay(DECAYS.get((int) Math.round(value)))));
        Vocabulary vocabulary = new Vocabulary(texts);
        activation.getItems().setAll(SettingValues.choices(Activation.class));
        Described.values(texts, activation, choice -> vocabulary.type(choice.id()));
        activation.valueProperty().addListener((_, _, chosen) -> changed(s -> s.with(activation(chosen))));
        norm.getItems().setAll(NormChoice.values());
        Described.values(texts, norm, choice -> texts.get("norm-" + id(choice)));
        norm.valueProperty().addListener((_, _, chosen) -> changed(s -> s.with(chosen)));
        getChildren()
                .addAll(
                        title("lab-training", "lab-goes-on"),
                        heads(),
                        rate,
                        decay,
                        title("lab-network", "lab-anew"),
                        depth,
                        width,
                        choices());
    }

    private GridPane choices() {
        GridPane grid = new GridPane(8, 6);
        Described.by(texts, activation, "lab-activation.tip");
        activation.setId("lab-activation");
        Described.by(texts, norm, "lab-norm.tip");
        norm.setId("lab-norm");
        int row = 0;
        for (ComboBox<?> box : List.of(activation, norm)) {
            Label name = new Label();
            name.textProperty().bind(texts.of(box.getId()));
            name.setLabelFor(box);
            name.setMinWidth(USE_PREF_SIZE);
            box.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(box, Priority.ALWAYS);
            grid.addRow(row++, name, box);
        }
        return grid;
    }

    private HBox heads() {
        HBox row = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (HeadChoice choice : HeadChoice.values()) {
            ToggleButton button = new ToggleButton();
            String id = "head-" + id(choice);
            Described.by(texts, button, id + ".tip");
            button.setId(id);
            button.textProperty().bind(texts.of(id));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            switch (choice) {
                                case SOFTMAX -> "left-pill";
                                case SVM -> "center-pill";
                                case WNLL -> "right-pill";
                            });
            button.setOnAction(_ -> {
                button.setSelected(true);
                change.to(s -> s.with(choice));
            });
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
            heads.put(choice, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private HBox title(String key, String effect) {
        Label name = new Label();
        name.textProperty().bind(texts.of(key));
        name.getStyleClass().add("lab-title");
        Label says = new Label();
        says.textProperty().bind(texts.of(effect));
        says.getStyleClass().add("badge");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(6, name, space, says);
        row.getStyleClass().add("lab-heading");
        return row;
    }

    private void changed(UnaryOperator<LabSettings> to) {
        if (!showing) {
            change.to(to);
        }
    }

    /** Shows what is set; nobody is told. */
    void show(LabSettings s) {
        showing = true;
        depth.set(s.depth());
        width.set(s.width());
        rate.set(Math.log10(s.rate()));
        decay.set(Math.max(0, DECAYS.indexOf(s.decay())));
        Objects.requireNonNull(heads.get(s.head())).setSelected(true);
        norm.setValue(s.norm());
        activation.getItems().stream()
                .filter(choice -> choice.type() == s.activation().getClass())
                .findFirst()
                .ifPresent(activation::setValue);
        showing = false;
    }

    private static Activation activation(SettingValues.Choice choice) {
        return (Activation) StartValues.of(choice.type());
    }

    static String id(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a slider's position, in two digits. */
    private static double rate(double logarithm) {
        double power = Math.pow(10, Math.floor(logarithm));
        return Math.round(10 * Math.pow(10, logarithm) / power) / 10.0 * power;
    }

    private static String power(double logarithm) {
        return String.format(Locale.ROOT, "%.2g", rate(logarithm))
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "");
    }

    private static String decay(double position) {
        double value = DECAYS.get((int) Math.round(position));
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value);
    }
}
