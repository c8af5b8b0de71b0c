package dev.lamina.ui.run;

import dev.lamina.config.TrainingConfig;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.Scale;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.form.Explanations;
import dev.lamina.ui.form.Vocabulary;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * Learning rate, weight decay and momentum of the run that goes on, as they are in force: Enter sets what was typed from the
 * next step on, Escape takes it back.
 */
public final class LiveSettingsPane extends GridPane {
    private static final MathContext DIGITS = new MathContext(6);
    private static final MathContext SLIDER_DIGITS = new MathContext(2);
    private static final double NAME_WIDTH = 100;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final LiveSlider.Way RATES = new LiveSlider.Way(1e-5, 1, Scale.LOGARITHMIC);
    private static final LiveSlider.Way DECAYS = new LiveSlider.Way(1e-6, 0.1, Scale.LOGARITHMIC);
    private static final LiveSlider.Way MOMENTA = new LiveSlider.Way(0, 0.99, Scale.LINEAR);

    private final Texts texts;
    private final RunViewModel runs;
    private final Label fault = new Label();
    private final List<Field> fields;

    public LiveSettingsPane(Texts texts, RunViewModel runs) {
        super(8, 6);
        this.texts = texts;
        this.runs = runs;
        getStyleClass().add("live-panel");
        setAlignment(Pos.CENTER_LEFT);
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        Label hint = new Label();
        hint.textProperty().bind(texts.of("live.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        fields = List.of(
                new Field(LiveValues.LEARNING_RATE, RATES, TrainingCommand.SetLearningRate::new),
                new Field(LiveValues.WEIGHT_DECAY, DECAYS, TrainingCommand.SetWeightDecay::new),
                new Field(LiveValues.MOMENTUM, MOMENTA, TrainingCommand.SetMomentum::new));
        for (int row = 0; row < fields.size(); row++) {
            addRow(row, fields.get(row).label(), fields.get(row), fields.get(row).slider);
            setHgrow(fields.get(row).slider, Priority.ALWAYS);
        }
        add(hint, 0, fields.size(), 3, 1);
        add(fault, 0, fields.size() + 1, 3, 1);
        runs.stateProperty().addListener(_ -> tick());
        tick();
    }

    /** Shows what is in force now, but for what a person is typing. */
    public void tick() {
        fields.forEach(Field::follow);
    }

    /** A number as one types it: 0.05, 1e-5. */
    static String typed(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean plain = rounded.signum() == 0 || Math.abs(value) >= SMALLEST_PLAIN;
        return plain ? rounded.toPlainString() : rounded.toString().toLowerCase(Locale.ROOT);
    }

    private final class Field extends TextField {
        private final String setting;
        private final DoubleFunction<TrainingCommand> command;
        private final LiveSlider slider;
        private String shown = "";
        /** What was set and is not known to be in force; empty if nothing is. */
        private OptionalDouble asked = OptionalDouble.empty();

        private long askedAfterStep;

        Field(String setting, LiveSlider.Way way, DoubleFunction<TrainingCommand> command) {
            this.setting = setting;
            slider = new LiveSlider(way, value -> {
                setText(typed(new BigDecimal(value).round(SLIDER_DIGITS).doubleValue()));
                set();
            });
            Described.by(texts, slider, "live-slider");
            slider.setId("live-slider-" + setting);
            slider.disableProperty().bind(disableProperty());
            this.command = command;
            setId("live-" + setting);
            setMinWidth(USE_PREF_SIZE);
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(texts.of("live.tip"));
            setTooltip(tip);
            WhatIsThis.explain(this, this::explained);
            setOnAction(_ -> set());
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    setText(shown);
                    fault.setText("");
                }
            });
            focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    setText(shown);
                    follow();
                }
            });
        }

        private List<Explanation> explained() {
            Vocabulary words = new Vocabulary(texts);
            return Stream.of(TrainingConfig.class, Sgd.class)
                    .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                    .filter(component -> component.getName().equals(setting))
                    .map(component -> Explanations.ofSetting(component, setting, words))
                    .toList();
        }

        Label label() {
            Label name = new Label();
            WhatIsThis.explain(name, this::explained);
            name.textProperty().bind(texts.of("setting." + setting));
            name.setLabelFor(this);
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            name.setPrefWidth(NAME_WIDTH);
            name.setMinWidth(NAME_WIDTH);
            return name;
        }

        void follow() {
            OptionalDouble value = runs.live().value(setting);
            boolean active = runs.stateProperty().get().active();
            setDisable(!active || value.isEmpty());
            if (waits(value) && active) {
                return;
            }
            asked = OptionalDouble.empty();
            slider.follow(value);
            boolean typing = isFocused() && active && !getText().equals(shown);
            shown = value.isPresent() ? typed(value.getAsDouble()) : "";
            if (!typing && !getText().equals(shown)) {
                setText(shown);
            }
        }

        /** A step that is under way does not know of what was set meanwhile. */
        private boolean waits(OptionalDouble value) {
            return asked.isPresent() && !asked.equals(value) && steps() < askedAfterStep + 2;
        }

        private long steps() {
            TrainingEvent.StepCompleted step = runs.latestStep();
            return step == null ? 0 : step.step();
        }

        private void set() {
            try {
                double value = Double.parseDouble(getText().strip());
                runs.submit(command.apply(value));
                asked = OptionalDouble.of(value);
                askedAfterStep = steps();
                shown = getText();
                fault.setText("");
            } catch (NumberFormatException _) {
                fault.setText(texts.get("live.noNumber", getText()));
            } catch (BadInputException _) {
                fault.setText(texts.get("live.range." + setting, getText().strip()));
            }
        }
    }
}
