package dev.lamina.experiment;

import dev.lamina.figure.plan.DataPlan;
import dev.lamina.figure.plan.Row;
import dev.lamina.figure.plan.Table;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.ActivationParameter;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.Setting;
import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of activation functions: name, y, f(y) and ∂f/∂y, with their parameters as they begin. */
final class ActivationRows {
    private static final int STEPS = 300;

    private ActivationRows() {}

    /** So that an activation is read as in a configuration. */
    record Holder(@Setting(meaning = "the function") Activation activation) {}

    static Table of(DataPlan data) {
        if (data.between().size() != 2
                || !(data.between().get(0) < data.between().get(1))) {
            throw new BadInputException(
                    Message.of("figure.twoValues", data.between()).at("between"));
        }
        double low = data.between().get(0);
        double high = data.between().get(1);
        List<Row> rows = new ArrayList<>();
        data.activations().forEach((name, curve) -> {
            Activation activation = read(name, curve);
            double[] parameters = activation.parameters().stream()
                    .mapToDouble(ActivationParameter::initialValue)
                    .toArray();
            for (int i = 0; i <= STEPS; i++) {
                double y = low + (high - low) * i / STEPS;
                rows.add(new Row(
                        Map.of("function", name),
                        Map.of(
                                "y", String.valueOf(y),
                                "value", String.valueOf(activation.value(y, parameters)),
                                "derivative", String.valueOf(activation.derivative(y, parameters)))));
            }
        });
        return new Table(rows, List.of());
    }

    private static Activation read(String name, DataPlan.Curve curve) {
        Map<String, Object> settings = new LinkedHashMap<>(curve.settings());
        settings.put("type", curve.activation());
        String json = SettingValues.json(Map.of("activation", settings));
        return RecordFiles.parse(json, "activations." + name, Holder.class, List.of())
                .activation();
    }
}
