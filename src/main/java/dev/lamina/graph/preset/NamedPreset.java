package dev.lamina.graph.preset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A well-known network's name and the family member it stands for; all other settings keep their defaults.
 *
 * @param id as in a file or on the command line ("resnet20")
 * @param depth the family's setting of that name, absent where it has none
 */
public record NamedPreset(String id, Class<? extends Preset> family, OptionalInt depth) {
    /** All of them, smallest of each family first. */
    public static List<NamedPreset> all() {
        return Stream.of(
                        depths("vgg", Vgg.class, 11, 13, 16, 19),
                        depths("resnet", CifarResNet.class, 8, 14, 20, 32, 44, 56, 110),
                        depths("resnet", ResNet.class, 18, 34, 50),
                        depths("preactresnet", PreActResNet.class, 18, 34, 50),
                        depths("preresnet", PreActCifarResNet.class, 164, 1001),
                        depths("mpelu-resnet", MpeluResNet.class, 20, 110),
                        depths("nopre", NoPreResNet.class, 164, 1001),
                        depths("plain", Plain.class, 30),
                        Stream.of(
                                new NamedPreset("nin", NetworkInNetwork.class, OptionalInt.empty()),
                                new NamedPreset("lenet5", LeNet5.class, OptionalInt.empty()),
                                new NamedPreset("mlp", Mlp.class, OptionalInt.empty())))
                .flatMap(presets -> presets)
                .toList();
    }

    /** The one with this id. */
    public static Optional<NamedPreset> byId(String id) {
        return all().stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    private static Stream<NamedPreset> depths(String prefix, Class<? extends Preset> family, Integer... depths) {
        return Stream.of(depths).map(depth -> new NamedPreset(prefix + depth, family, OptionalInt.of(depth)));
    }
}
