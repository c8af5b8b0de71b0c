package dev.lamina.bench;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The activations there are, each with the defaults of its settings; one with a setting that has none is left out. */
final class ActivationFamily {
    private ActivationFamily() {}

    /** The ids of all but ReLU. */
    static List<String> besideRelu() {
        return members()
                .filter(type -> type != Relu.class)
                .map(ActivationFamily::id)
                .toList();
    }

    /** @throws BadInputException naming the ids there are */
    static Activation of(String id) {
        return members()
                .filter(type -> id(type).equals(id))
                .findFirst()
                .map(ActivationFamily::withDefaults)
                .orElseThrow(() -> new BadInputException(
                        Message.of("bench.noSuch", id, besideRelu()).at("activation")));
    }

    private static Stream<Class<?>> members() {
        return Arrays.stream(Activation.class.getPermittedSubclasses())
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .noneMatch(
                                component -> setting(component).defaultValue().isEmpty()));
    }

    private static String id(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    private static Setting setting(RecordComponent component) {
        return component.getAnnotation(Setting.class);
    }

    private static Activation withDefaults(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Activation) type.getConstructor(types)
                    .newInstance(Arrays.stream(components)
                            .map(ActivationFamily::defaultValue)
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " does not take the defaults of its settings", e);
        }
    }

    /** The default's JSON text as a number or as the name of a constant, the two kinds of settings activations have. */
    private static Object defaultValue(RecordComponent component) {
        String text = setting(component).defaultValue();
        if (component.getType() == double.class) {
            return Double.valueOf(text);
        }
        return Arrays.stream((Enum<?>[]) component.getType().getEnumConstants())
                .filter(constant -> text.equalsIgnoreCase("\"" + constant.name() + "\""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(component + " has no constant " + text));
    }
}
