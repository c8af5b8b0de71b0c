package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.List;

/** What to measure: the id and the settings of a probe, and when it is due while a network trains. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ProbeSettings
        permits ConfusionMatrix,
                GbrByClass,
                FeatureMaps,
                Filters,
                SensitivityMap,
                LearnedResponses,
                DecisionField,
                HeadComparison,
                PlaneField,
                PrincipalFeatures {
    Due due();

    /**
     * Prepares the measurement.
     *
     * @throws dev.lamina.tensor.BadInputException if it does not fit the network or the data
     */
    Probe open(ProbeContext context);

    /** Kebab-case, as in configurations, commands and events. */
    default String id() {
        return id(getClass());
    }

    /** The ids of all there are. */
    static List<String> ids() {
        return Arrays.stream(ProbeSettings.class.getPermittedSubclasses())
                .map(ProbeSettings::id)
                .toList();
    }

    private static String id(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }
}
