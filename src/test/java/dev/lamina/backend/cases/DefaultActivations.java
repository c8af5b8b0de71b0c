package dev.lamina.backend.cases;

import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.RecordModel;
import java.util.List;

/** Every activation there is, each with the defaults of its settings, those whose settings all have one. */
public final class DefaultActivations {
    private DefaultActivations() {}

    private record Settings(Activation activation) {}

    public static List<Activation> all() {
        return RecordModel.subtypes(Activation.class).values().stream()
                .filter(subtype -> subtype.required().isEmpty())
                .map(subtype -> read(subtype.id()))
                .distinct()
                .toList();
    }

    private static Activation read(String id) {
        String text = "{\"activation\": {\"type\": \"" + id + "\"}}";
        return RecordFiles.parse(text, id, Settings.class, List.of()).activation();
    }
}
