package dev.lamina.config;

import dev.lamina.probe.ProbeSettings;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.Setting;
import java.util.List;

/** What is asked to be measured, by a command or on the command line. */
public record ProbeRequest(
        @Setting(meaning = "which probe, with its settings") ProbeSettings probe) {
    /**
     * The settings of a probe.
     *
     * @param probe its type, or a JSON object or text in quotes that names it
     * @param settings "key=value" texts that set one of its settings each
     * @throws dev.lamina.tensor.BadInputException naming the key that is wrong
     */
    public static ProbeSettings read(String probe, List<String> settings) {
        String json = probe.startsWith("{") || probe.startsWith("\"") ? probe : "{\"type\": \"" + probe + "\"}";
        return RecordFiles.parse(
                        "{\"probe\": " + json + "}",
                        "probe",
                        ProbeRequest.class,
                        settings.stream().map(setting -> "probe." + setting).toList())
                .probe();
    }
}
