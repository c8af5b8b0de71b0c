package dev.lamina.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Configuration files that no experiment can be made of. */
final class BadConfigs {
    private BadConfigs() {}

    static Stream<BadInput> inputs() {
        return Stream.of(files(), syntax(), keys(), values(), together(), sweeps())
                .flatMap(inputs -> inputs);
    }

    private static Stream<BadInput> files() {
        return Stream.of(
                BadInput.of(
                        "a missing file",
                        folder ->
                                List.of("check", folder.resolve("nowhere.json").toString()),
                        "nowhere.json: no such file",
                        "sample-configs/"),
                BadInput.of(
                        "a folder for a file",
                        folder -> List.of("describe", folder.toString()),
                        "cannot be read (Is a directory)",
                        "give a JSON file"),
                content("a picture for a text", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "UTF-8", "give a JSON file"),
                content("Latin-1", "{\"name\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1), "UTF-8", "JSON file"),
                content("an empty file", new byte[0], "config.json: must hold one JSON object in braces"),
                content("a list for an object", "[]".getBytes(StandardCharsets.UTF_8), "one JSON object in braces"));
    }

    private static Stream<BadInput> syntax() {
        return Stream.of(
                changed("an end too early", "\"backend\": {\"name\": \"reference\"}\n}", "", "line 15", "close every"),
                changed("a comma too many", "\"reference\"}", "\"reference\"},", "line 15", "a comma too many"),
                changed("a comment", "{\n  \"name\"", "// mine\n{ \"name\"", "line 1", "no comments; remove it"),
                changed("a second object", "\"reference\"}\n}", "\"reference\"}\n}{}", "line 15", "remove it"),
                changed("NaN for a number", "0.1", "NaN", "line 11", "write a finite number"),
                changed("a key twice", "\"epochs\": 3", "\"epochs\": 3, \"epochs\": 4", "line 9", "\"epochs\""),
                changed("thousand brackets", "\"moons\"", "[".repeat(1000), "moons.json", "nested too deep"));
    }

    private static Stream<BadInput> keys() {
        return Stream.of(
                changed("an unknown key", "batchSize", "batchsize", "line 10", "did you mean \"batchSize\"?"),
                changed("a key with a line break", "\"epochs\"", "\"epo\\nchs\"", "line 9", "epo\\nchs", "\"epochs\"?"),
                changed("a missing key", "\"source\":", "\"sauce\":", "line 4", "data.sauce", "known: augmentations"),
                changed("an unknown network", "\"mlp\"", "\"resnet21\"", "line 7", "did you mean \"resnet20\"?"),
                changed("an unknown activation", "\"training\"", "\"activation\": \"relu6\", \"training\"", "\"relu\""),
                changed(
                        "a list for a type",
                        "\"moons\", \"trainCount\"",
                        "[\"moons\"], \"trainCount\"",
                        "line 4",
                        "(data.source.type): must be one text in quotes, is [\"moons\"]",
                        "choose one of shapes"),
                changed("null", "{\"count\": 10}", "{\"count\": null}", "line 5", "fraction or count, one of them"));
    }

    private static Stream<BadInput> values() {
        return Stream.of(
                changed("a wrong type", "\"epochs\": 3", "\"epochs\": \"3\"", "line 9", "a whole number, is \"3\""),
                changed("a broken number", "\"epochs\": 3", "\"epochs\": 3.5", "line 9", "a whole number, is 3.5"),
                changed("a negative size", "[6]", "[6, -3]", "line 7", "hiddenWidths.1", "at least 1", "is -3"),
                changed(
                        "a change of rate before the first epoch",
                        "\"epochs\": 3",
                        "\"epochs\": 3, \"schedule\": {\"type\": \"multi-step\", \"at\": [1, -1]}",
                        "line 9",
                        "training.schedule.at.1",
                        "at least 1",
                        "is -1"),
                changed(
                        "a change of rate twice in one epoch",
                        "\"epochs\": 3",
                        "\"epochs\": 3, \"schedule\": {\"type\": \"multi-step\", \"at\": [2, 2]}",
                        "line 9",
                        "training.schedule",
                        "remove one of the two"),
                changed("a negative rate", "0.1", "-0.1", "line 11", "must be above 0", "-0.1"),
                changed("a number beyond all", "0.1", "1e999", "line 11", "at most 1000"),
                changed("a layer too wide", "[6]", "[1048576, 1048576]", "network.preset: linear2", "fewer channels"),
                changed(
                        "a name of two lines",
                        "\"moons\",\n",
                        "\"a\\nb\",\n",
                        "name must be one line of text",
                        "leave the key out"),
                changed("a schema that is no name", "{\n", "{\"$schema\": 4,\n", "$schema", "a text in quotes"));
    }

    private static Stream<BadInput> together() {
        return Stream.of(
                changed("more validation than data", "10}", "60}", "data.validation", "choose between 1 and 59"),
                changed(
                        "a warm-up beyond the end",
                        "\"epochs\": 3",
                        "\"epochs\": 3, \"warmUpEpochs\": 4",
                        "training.warmUpEpochs",
                        "warm up for fewer"),
                BadInput.of(
                        "early stopping without validation",
                        folder -> SmallConfig.run(
                                SmallConfig.write(folder),
                                "--set",
                                "training.earlyStopping={}",
                                "--set",
                                "data.validation=null"),
                        "training.earlyStopping",
                        "set data.validation"),
                changed(
                        "a batch larger than the set",
                        "16",
                        "64, \"remainder\": \"drop\"",
                        "training.batchSize: 64",
                        "choose a smaller batch"),
                changed(
                        "points that shall be flipped",
                        "10}",
                        "10}, \"augmentations\": [\"horizontal-flip\"]",
                        "data.augmentations",
                        "leave the list empty"),
                changed(
                        "a number format that the processor lacks",
                        "\"reference\"",
                        "\"cpu\", \"precision\": \"tf32\"",
                        "moons.json line 14",
                        "(backend.precision): tf32 is for",
                        "use f32"),
                changed(
                        "an algorithm that the backend lacks",
                        "\"reference\"",
                        "\"reference\",\n\"convolution\": \"winograd\"",
                        "moons.json line 15",
                        "(backend.convolution)",
                        "use auto or direct"),
                changed("a backend that there is not", "\"reference\"", "\"abacus\"", "line 14", "(backend.name)"),
                changed(
                        "points for a convolutional network",
                        "{\"type\": \"mlp\", \"hiddenWidths\": [6]}",
                        "\"lenet5\"",
                        "network.preset: pool1",
                        "use a smaller kernel"));
    }

    private static Stream<BadInput> sweeps() {
        return Stream.of(
                sweep("an unknown key", "{\"training.weightdecay\": [0]}", "sweep", "did you mean \"weightDecay\"?"),
                sweep("no values", "{\"training.weightDecay\": []}", "sweep.training.weightDecay", "give at least one"),
                sweep("one value", "{\"training.weightDecay\": 0}", "sweep.training.weightDecay", "must be a list"),
                sweep("a key with a value", "{\"seed=1\": [2]}", "sweep.seed=1: unknown key", "write it as in"),
                sweep(
                        "a number beyond all",
                        "{\"training.weightDecay\": [1e400]}",
                        "sweep.training.weightDecay",
                        "too large"),
                sweep(
                        "more than anybody waits for",
                        "{\"seed\": [%1$s], \"data.source.seed\": [%1$s], \"training.epochs\": [%1$s]}"
                                .formatted(IntStream.range(1, 30)
                                        .boxed()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(","))),
                        "more than 10000 runs",
                        "list fewer values"),
                sweep("itself", "{\"sweep\": [1]}", "sweep.sweep", "remove the key"),
                sweep("equal values", "{\"training.weightDecay\": [0, 0.0]}", "weightDecay=0", "remove one"),
                sweep("a bad last value", "{\"training.weightDecay\": [0, -1]}", "weightDecay", "at least 0"),
                sweep(
                        "a number format that one of the runs cannot have",
                        "{\"backend.precision\": [\"f32\", \"bf16\"]}",
                        "line 14",
                        "(sweep.backend.precision): backend reference computes in double",
                        "use f32"),
                sweep("a backend for later", "{\"backend.name\": [\"reference\", \"abacus\"]}", "'abacus'", "choose"));
    }

    private static BadInput sweep(String name, String sweep, String... parts) {
        return changed("a sweep over " + name, "\"backend\":", "\"sweep\": " + sweep + ", \"backend\":", parts);
    }

    private static BadInput changed(String name, String part, String replacement, String... parts) {
        return BadInput.of(name, folder -> SmallConfig.run(SmallConfig.write(folder, part, replacement)), parts);
    }

    private static BadInput content(String name, byte[] content, String... parts) {
        return BadInput.of(
                name,
                folder -> {
                    Path file = Files.write(folder.resolve("config.json"), content);
                    return List.of("check", file.toString());
                },
                parts);
    }
}
