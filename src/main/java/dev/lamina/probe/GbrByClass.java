package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GBR of each class, its mean over the class's probe images: {@link GeneralizationBound} with the run's own settings. */
@JsonTypeName("gbr-by-class")
@Origin(formula = "(1/n_k) Σ_(y=k) ‖∂f(x)/∂x‖_F²", source = "Li, Chen, Yang, eqs. 2 and 18")
public record GbrByClass(
        @Setting(
                min = 1,
                max = 1_000_000,
                unit = "images",
                meaning = "training images it is measured on, those of probes.gbr unless given")
        @Nullable
        Integer images,

        @Setting(meaning = "the function f whose derivative is measured, that of probes.gbr unless given") @Nullable
        GbrFunction function,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    private GbrSettings settings(ProbeContext context) {
        return function == null ? context.gbr() : context.gbr().of(function);
    }

    @Override
    public Probe open(ProbeContext context) {
        var bound = GeneralizationBound.of(
                context, settings(context), images == null ? context.gbr().images() : images);
        return new Probe() {
            @Override
            public Map<Tag, Reading> measure(int epoch) {
                return Map.of(Tags.GBR_BY_CLASS, bound.measureByClass(epoch));
            }

            @Override
            public void close() {
                bound.close();
            }
        };
    }
}
