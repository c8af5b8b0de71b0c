package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NamedParameter;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.ParameterRole;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters that activations have learned, by layer: the mean over its channels of α (MPELU, PReLU's slope) and of β
 * (MPELU). Source: Li, Fan, Li, Wu, Ming 2018, eq. 7.
 */
@JsonTypeName("learned-responses")
@Origin(formula = "(1/C) Σ_c α_c, (1/C) Σ_c β_c", source = "Li, Fan, Li, Wu, Ming 2018, eq. 7")
public record LearnedResponses(
        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due) implements ProbeSettings {
    @Override
    public Probe open(ProbeContext context) {
        List<NamedParameter> learned = context.network().parameters().stream()
                .filter(p -> p.spec().role() == ParameterRole.ACTIVATION)
                .toList();
        if (learned.isEmpty()) {
            throw new BadInputException(Message.of("probe.nothingLearned").at("learned-responses"));
        }
        return _ -> {
            Map<Tag, Map<String, Double>> means = new LinkedHashMap<>();
            for (NamedParameter parameter : learned) {
                Tag tag = parameter.spec().name().equals("beta") ? Tags.BETA : Tags.ALPHA;
                means.computeIfAbsent(tag, _ -> new LinkedHashMap<>())
                        .put(
                                parameter.layer(),
                                mean(context.session().read(parameter.name()).values()));
            }
            Map<Tag, Reading> readings = new LinkedHashMap<>();
            means.forEach((tag, byLayer) -> readings.put(tag, new Reading.PerLayer(byLayer)));
            return readings;
        };
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
