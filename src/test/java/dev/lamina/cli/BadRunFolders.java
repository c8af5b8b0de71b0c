package dev.lamina.cli;

import dev.lamina.interop.Safetensors;
import dev.lamina.interop.TensorFile;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Run folders that were damaged, edited or put together by hand. */
final class BadRunFolders {
    private static final String WEIGHTS = StoppedRun.LAST + "weights.safetensors";
    private static final String OPTIMIZER = StoppedRun.LAST + "optimizer.safetensors";
    private static final String PROGRESS = StoppedRun.LAST + "progress.json";
    private static final String BEST_WEIGHTS = "checkpoints/step-00000004/weights.safetensors";
    private static final String GO_ON_FROM_BEST = "run --checkpoint best' goes on from the best one";
    private static final String OWN_CONFIG = "use the run's own config.json";
    private static final String PUT_BACK = "; put back what the run began with";
    private static final String COPY = "from a copy of the run";

    private BadRunFolders() {}

    /** Does something to a stopped run. */
    @FunctionalInterface
    private interface Damage {
        void to(Path run) throws IOException;
    }

    static Stream<BadInput> inputs() {
        return Stream.of(places(), weights(), optimizers(), progress(), records(), metrics())
                .flatMap(inputs -> inputs);
    }

    private static Stream<BadInput> places() {
        return Stream.of(
                BadInput.of(
                        "a folder that is no run",
                        folder -> {
                            Files.writeString(folder.resolve("notes"), "mine");
                            return List.of("resume", folder.toString());
                        },
                        "no config.json in it",
                        "name one that 'run' made"),
                BadInput.of(
                        "a folder in which nothing was done",
                        folder -> List.of("resume", folder.toString()),
                        "nothing was done there yet",
                        "begin with 'lamina run CONFIG --out "),
                resumed(
                        "killed before run.json",
                        run -> {
                            remove(run.resolve("checkpoints"));
                            remove(run.resolve("figures"));
                            Files.delete(run.resolve("metrics.jsonl"));
                            Files.delete(run.resolve("readings.jsonl"));
                            Files.delete(run.resolve("run.json"));
                        },
                        "nothing was done there yet",
                        "config.json --out "),
                BadInput.of(
                        "figures of nothing",
                        folder -> List.of("figures", folder.resolve("run").toString()),
                        "run: no config.json in it",
                        "name one"),
                resumed("config.json missing", run -> Files.delete(run.resolve("config.json")), "no config.json in it"),
                resumed("run.json missing", run -> Files.delete(run.resolve("run.json")), "run.json", "missing", COPY),
                resumed(
                        "no checkpoint left",
                        run -> Files.delete(run.resolve("checkpoints/index.json")),
                        "6 steps",
                        COPY),
                edited(
                        "checkpoints/index.json",
                        "step-00000006",
                        "../step-00000006",
                        "no folder of a checkpoint",
                        COPY),
                edited("checkpoints/index.json", "step-00000006", "step-00000009", "step-00000009", "missing", COPY),
                edited(
                        "config.json",
                        "\"batchSize\" : ",
                        "\"batchSize\" : 1.",
                        "(training.batchSize): must be a whole number",
                        PUT_BACK),
                edited(
                        "config.json",
                        "\"batchSize\" : ",
                        "\"batchSize\" : -",
                        "(training.batchSize): must be at least 1",
                        PUT_BACK));
    }

    private static Stream<BadInput> weights() {
        return Stream.of(
                old("weights cut off", run -> cut(run.resolve(WEIGHTS)), WEIGHTS + ": cut off", "copy it again"),
                resumed("weights missing", run -> Files.delete(run.resolve(WEIGHTS)), WEIGHTS, "it is missing", COPY),
                old(
                        "a text for weights",
                        run -> Files.writeString(run.resolve(WEIGHTS), "w".repeat(99)),
                        WEIGHTS,
                        "not a safetensors file"),
                resumed("a bit of the weights", run -> flip(run.resolve(WEIGHTS)), WEIGHTS, "SHA-256", GO_ON_FROM_BEST),
                command(
                        "fgsm",
                        "a bit of the last weights",
                        List.of("--checkpoint", "last"),
                        run -> flip(run.resolve(WEIGHTS)),
                        WEIGHTS,
                        "SHA-256",
                        "--checkpoint best measures the best one"),
                command(
                        "gbr",
                        "a bit of the best weights",
                        List.of(),
                        run -> flip(run.resolve(BEST_WEIGHTS)),
                        BEST_WEIGHTS,
                        "SHA-256",
                        "--checkpoint last measures the last one"),
                command(
                        "resume",
                        "a bit of the best weights, which it shall go on from",
                        List.of("--checkpoint", "best"),
                        run -> flip(run.resolve(BEST_WEIGHTS)),
                        BEST_WEIGHTS,
                        "SHA-256",
                        COPY),
                edited(
                        "config.json",
                        "[ 6 ]",
                        "[ 7 ]",
                        WEIGHTS,
                        "another network, 'linear1.weight' is 6×2",
                        OWN_CONFIG),
                edited(
                        "config.json",
                        "\"precision\" : \"f32\"",
                        "\"precision\" : \"bf16\"",
                        "config.json line",
                        "(backend.precision): backend reference computes in double",
                        "use f32"),
                edited("config.json", "[ 6 ]", "[ ]", WEIGHTS, "checkpoint of another network", OWN_CONFIG),
                old(
                        "weights that are not finite",
                        run -> rewrite(run.resolve(WEIGHTS), BadRunFolders::spoiled),
                        WEIGHTS,
                        "is not finite",
                        "start again"));
    }

    private static Stream<BadInput> optimizers() {
        return Stream.of(
                resumed(
                        "optimizer missing",
                        run -> Files.delete(run.resolve(OPTIMIZER)),
                        OPTIMIZER,
                        "it is missing",
                        COPY),
                resumed("a bit of the optimizer", run -> flip(run.resolve(OPTIMIZER)), OPTIMIZER, GO_ON_FROM_BEST),
                old("optimizer cut off", run -> cut(run.resolve(OPTIMIZER)), OPTIMIZER + ": cut off", "copy it again"),
                edited("config.json", "\"type\" : \"sgd\"", "\"type\" : \"adam\"", "config.json line", "unknown key"),
                old(
                        "values of another optimizer",
                        run -> rewrite(run.resolve(OPTIMIZER), _ -> Map.of("v", HostTensor.zeros(Shape.of(1)))),
                        "checkpoint of step 6: holds the values of another optimizer",
                        OWN_CONFIG),
                old(
                        "optimizer of other shapes",
                        run -> rewrite(run.resolve(OPTIMIZER), BadRunFolders::flattened),
                        "checkpoint of step 6: the optimizer's",
                        "it must be 2×6",
                        OWN_CONFIG));
    }

    private static Stream<BadInput> progress() {
        return Stream.of(
                edited(PROGRESS, "\"epochsDone\" : 1", "\"epochsDone\" : -1", PROGRESS, "count from 0", COPY),
                edited(PROGRESS, "\"epochsDone\" : 1", "\"epochsDone\" : 2", "step 6 after 2 epochs of 4 steps", COPY),
                edited(PROGRESS, "\"stepInEpoch\" : 2", "\"stepInEpoch\" : 99", "and 99 steps", COPY),
                edited(PROGRESS, "\"seed\" : 1", "\"seed\" : 2", PROGRESS, "seed 2, this one has 1", OWN_CONFIG),
                edited(PROGRESS, "\"format\" : 1", "\"format\" : 9", PROGRESS, "format 9", "use the version"),
                edited(
                        PROGRESS,
                        "\"momentum\" : 0.9",
                        "\"momentum\" : -1",
                        "progress.settings",
                        "momentum of -1.0",
                        COPY),
                edited(PROGRESS, "\"sums\"", "\"sum\"", "progress.sums", "the key is missing", COPY),
                edited(
                        PROGRESS,
                        "\"settings\" : {",
                        "\"settings\" : null, \"s\" : {",
                        "progress.settings is null",
                        COPY),
                resumed("progress.json empty", run -> Files.writeString(run.resolve(PROGRESS), ""), PROGRESS, COPY),
                resumed("null for progress", run -> Files.writeString(run.resolve(PROGRESS), "null"), "holds nothing"));
    }

    private static Stream<BadInput> records() {
        return Stream.of(
                edited("run.json", "\"stopped\"", "\"asleep\"", "run.json: damaged (state", "\"asleep\"", COPY),
                edited("run.json", "\"stopped\"", "\"finished\"", "is finished", "start another with 'run'"),
                edited("run.json", "\"data\"", "\"date\"", "run.json: damaged (data: the key is missing)", COPY),
                edited("run.json", "\"format\" : 1", "\"format\" : 2", "run.json: has format 2", "use the version"),
                edited(
                        "config.json",
                        "\"trainCount\" : 60",
                        "\"trainCount\" : 62",
                        "run.json: the data of",
                        "--data-dir"),
                edited("config.json", "\"batchSize\" : 16", "\"batchSize\" : 10", "checkpoints: the checkpoint", COPY),
                edited("config.json", "\"reference\"", "\"abacus\"", "'abacus'", "choose one of"),
                edited("config.json", "\"epochs\"", "\"epoches\"", "config.json line", "did you mean \"epochs\"?"));
    }

    private static Stream<BadInput> metrics() {
        return Stream.of(
                edited("metrics.jsonl", "{\"epoch\":1,", "{\"epok\":1,", "metrics.jsonl line 1: no metrics", COPY),
                edited(
                        "metrics.jsonl",
                        "\"gbr\":",
                        "\"gbr\":\"much\",\"g\":",
                        "metrics.jsonl line 1: no metrics",
                        COPY),
                edited(
                        "metrics.jsonl",
                        "{\"epoch\":1,",
                        "{\"epoch\":3,",
                        "metrics.jsonl line 1: epoch 3 where 1 must be",
                        COPY),
                appended("null", "metrics.jsonl line 2: no metrics of an epoch", "remove the line"),
                appended("[1]", "metrics.jsonl line 2: no metrics of an epoch", "remove the line"),
                appended("{\"epoch\":1,\"step\":4}", "metrics.jsonl line 2: epoch 1", "remove the line"),
                command("figures", "null in metrics", run -> append(run, "null"), "line 2: no metrics", "remove"),
                resumed("metrics missing", run -> Files.delete(run.resolve("metrics.jsonl")), "metrics.jsonl", COPY),
                command(
                        "figures",
                        "metrics of no epoch",
                        run -> Files.writeString(run.resolve("metrics.jsonl"), ""),
                        "resume the run first"),
                command(
                        "figures",
                        "metrics in binary",
                        run -> Files.write(run.resolve("metrics.jsonl"), new byte[] {(byte) 0xff, '\n'}),
                        "metrics.jsonl",
                        "UTF-8",
                        COPY));
    }

    private static BadInput appended(String line, String... parts) {
        return resumed(line + " behind the metrics", run -> append(run, line), parts);
    }

    private static void append(Path run, String line) throws IOException {
        Files.writeString(run.resolve("metrics.jsonl"), line + "\n", StandardOpenOption.APPEND);
    }

    private static BadInput edited(String file, String part, String replacement, String... parts) {
        return resumed(
                part + " as " + replacement + " in " + file,
                run -> {
                    String text = Files.readString(run.resolve(file));
                    if (!text.contains(part)) {
                        throw new AssertionError(part + " is not in " + text);
                    }
                    Files.writeString(run.resolve(file), text.replace(part, replacement));
                },
                parts);
    }

    private static BadInput resumed(String name, Damage damage, String... parts) {
        return command("resume", name, damage, parts);
    }

    /** In a checkpoint from before there were sums. */
    private static BadInput old(String name, Damage damage, String... parts) {
        return resumed(
                name,
                run -> {
                    String text = Files.readString(run.resolve(PROGRESS));
                    String older = text.replaceFirst(",\\s*\"sha256\"\\s*:\\s*\\{[^}]*}", "");
                    if (older.equals(text)) {
                        throw new AssertionError("no sums in " + text);
                    }
                    Files.writeString(run.resolve(PROGRESS), older);
                    damage.to(run);
                },
                parts);
    }

    private static BadInput command(String command, String name, Damage damage, String... parts) {
        return command(command, name, List.of(), damage, parts);
    }

    private static BadInput command(String command, String name, List<String> options, Damage damage, String... parts) {
        return BadInput.of(
                command + ": " + name,
                folder -> {
                    Path run = folder.resolve("run");
                    StoppedRun.copyTo(run);
                    damage.to(run);
                    List<String> arguments = new ArrayList<>(List.of(command, run.toString()));
                    arguments.addAll(options);
                    return arguments;
                },
                parts);
    }

    private static void flip(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length - 7] ^= 1;
        Files.write(file, content);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void cut(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length - 4));
    }

    private static void rewrite(Path file, UnaryOperator<Map<String, HostTensor>> change) {
        TensorFile content = Safetensors.read(file);
        Safetensors.write(file, new TensorFile(change.apply(content.tensors()), content.metadata()));
    }

    private static Map<String, HostTensor> spoiled(Map<String, HostTensor> tensors) {
        Map<String, HostTensor> spoiled = new LinkedHashMap<>(tensors);
        spoiled.replaceAll((_, tensor) -> HostTensor.filled(tensor.shape(), Float.NaN));
        return spoiled;
    }

    private static Map<String, HostTensor> flattened(Map<String, HostTensor> tensors) {
        Map<String, HostTensor> flat = new LinkedHashMap<>(tensors);
        flat.replaceAll((_, tensor) -> new HostTensor(Shape.of(tensor.values().length), tensor.values()));
        return flat;
    }
}
