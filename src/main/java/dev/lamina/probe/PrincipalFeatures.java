package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.batch.FeatureReader;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.PrincipalComponents;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.Locale;
import java.util.Map;

/**
 * How the classes lie to each other where the head begins: the features h of images, what the last layer reads, in test
 * mode, seen along their first two principal components ((h − h̄)·v₁, (h − h̄)·v₂); the axes say which share of the
 * variance they show.
 */
@JsonTypeName("principal-features")
@Origin(formula = "(f − f̄)ᵀ v₁, (f − f̄)ᵀ v₂", source = "Pearson 1901")
public record PrincipalFeatures(
        @Setting(defaultValue = "\"test\"", meaning = "where the images are from: training, validation or test")
        DataPart part,

        @Setting(
                defaultValue = "500",
                min = 3,
                max = 10000,
                unit = "images",
                meaning = "how many images, the first ones of the part")
        int images,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    @Override
    public Probe open(ProbeContext context) {
        int layers = context.network().layers().size();
        if (layers < 2) {
            throw new BadInputException(Message.of("probe.noFeatures").at("principal-features"));
        }
        ImageDataset all = part.of(context.data());
        ImageDataset chosen = all.first(Math.min(images, all.size()));
        ResolvedNetwork untilHead = context.network().firstLayers(layers - 1);
        var reader = new FeatureReader(context.session(), untilHead, context.batchSize(), context.interruption());
        return new Probe() {
            @Override
            public Map<Tag, Reading> measure(int epoch) {
                PrincipalComponents components = PrincipalComponents.of(reader.read(chosen, context.normalization()));
                return Map.of(
                        Tags.PRINCIPAL_FEATURES,
                        new Reading.Points(
                                label("first", components.shares()[0]),
                                label("second", components.shares()[1]),
                                chosen.classNames(),
                                chosen.labels(),
                                components.first(),
                                components.second()));
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }

    private static String label(String which, double share) {
        return String.format(Locale.ROOT, "%s component (%.0f %% of the variance)", which, 100 * share);
    }
}
