package dev.lamina.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Commands and options that cannot be, places that cannot be written. */
final class BadCommandLines {
    private BadCommandLines() {}

    static Stream<BadInput> inputs() {
        return Stream.of(commands(), reproductions(), options(), overrides(), endless(), places())
                .flatMap(inputs -> inputs);
    }

    private static Stream<BadInput> commands() {
        return Stream.of(
                line("no command", List.of(), "name a command", "lamina --help"),
                line("unknown command", List.of("rum"), "'rum'", "did you mean run or runs or resume?"),
                line("run without a file", List.of("run"), "'CONFIG'", "lamina run --help"),
                line("data without a command", List.of("data"), "subcommand", "lamina data --help"),
                line("unknown data set", List.of("data", "get", "cifar11"), "cifar11", "choose one of", "cifar10"),
                line(
                        "a file that no system can have",
                        List.of("check", "a\0b"),
                        "a\\u0000b",
                        "no file's name can have"),
                line("a line break", List.of("a\nb"), "'a\\nb'", "lamina --help"),
                line(
                        "a name that begins like a list of arguments",
                        List.of("check", "@nowhere"),
                        "@nowhere: no such file"),
                line("unknown option", List.of("data", "list", "--data", "x"), "--data", "did you mean --data-dir"),
                line(
                        "a mirror that is no address",
                        List.of("data", "get", "mnist", "--from", "mirror/mnist"),
                        "mirror/mnist: not an address",
                        "write https://"),
                line("wnll without data", List.of("wnll"), "'DATA'", "lamina wnll --help"),
                line("wnll on unknown data", List.of("wnll", "cifar11"), "cifar11", "choose one of", "cifar10"),
                line(
                        "wnll in an unknown form",
                        List.of("wnll", "moons", "--variant", "code"),
                        "--variant code",
                        "paper"),
                line(
                        "wnll with more template than there is",
                        List.of("wnll", "moons", "--template", "999999"),
                        "--template 999999",
                        "ask for 1 to"),
                line(
                        "wnll with an empty template",
                        List.of("wnll", "moons", "--template", "0"),
                        "--template 0",
                        "at least 1"),
                line(
                        "wnll with too small a template",
                        List.of("wnll", "moons", "--template", "3"),
                        "--template 3",
                        "take at least as many"),
                line("unknown network of bench", List.of("bench", "--networks", "alexnet"), "alexnet", "resnet20"),
                line("unknown mode of bench", List.of("bench", "--modes", "f64"), "f64", "f32-direct"),
                line("fewer than no process beside", List.of("bench", "--beside", "-1"), "-1", "take 0,1,2"),
                line("unknown pretense", List.of("bench", "--pretend", "mmx"), "mmx", "avx2, sse"));
    }

    private static Stream<BadInput> reproductions() {
        return Stream.of(
                line("unknown reproduction", List.of("reproduce", "gbr-decay"), "did you mean gbr-weight-decay?"),
                reproduce("no runs", "wnll-table2", List.of("--runs", "0"), "--runs 0", "give 1 to 1000"),
                reproduce("no time", "enc", List.of("--budget", "0"), "--budget 0.0", "more than 0"),
                reproduce("no threads", "enc", List.of("--threads", "-1"), "--threads -1", "give 0"),
                reproduce("no image", "enc", List.of("--images", "0"), "--images 0", "give 1000 to 50000"),
                reproduce(
                        "a network the table lacks",
                        "wnll-table2",
                        List.of("--network", "resnet21"),
                        "--network resnet21",
                        "did you mean resnet20?"),
                reproduce(
                        "a choice there is not",
                        "enc",
                        List.of("--network", "vgg11"),
                        "--network vgg11: enc has no such choice",
                        "leave it out"),
                reproduce(
                        "no folder of data",
                        "gbr-weight-decay",
                        List.of("--data-dir", "nowhere"),
                        "--data-dir nowhere",
                        "name the one"),
                BadInput.of(
                        "a reproduction where something else is",
                        folder -> {
                            Files.writeString(folder.resolve("notes"), "mine");
                            return List.of("reproduce", "enc", "--out", folder.toString());
                        },
                        "exists already",
                        "--out"));
    }

    private static BadInput reproduce(String name, String what, List<String> options, String... parts) {
        return BadInput.of(
                "reproduction with " + name,
                folder -> Stream.concat(
                                Stream.of(
                                        "reproduce",
                                        what,
                                        "--out",
                                        folder.resolve("out").toString()),
                                options.stream())
                        .toList(),
                parts);
    }

    /** A number format that this machine cannot compute in, as bf16 is on many; this one is on none. */
    private static BadInput unserved(String command) {
        return BadInput.of(
                command + " in TF32 without tensor cores",
                folder -> List.of(
                        command,
                        SmallConfig.write(folder).toString(),
                        "--backend",
                        "cpu",
                        "--set",
                        "backend.precision=tf32"),
                "--set backend.precision=tf32 (backend.precision): tf32 is for NVIDIA's tensor cores",
                "use f32",
                ", or backend tornado");
    }

    private static Stream<BadInput> options() {
        return Stream.of(
                onRun("seed in words", "'two' is not a whole number", List.of("--seed", "two"), "'--seed'", "--help"),
                onRun("threads below zero", "at least 0", List.of("--threads", "-1"), "backend.threads"),
                onRun("unknown backend", "choose one of", List.of("--backend", "abacus"), "backend.name", "'abacus'"),
                onRun("a device in words", "as in tornado:1", List.of("--backend", "tornado:gpu"), "backend.name"),
                onRun("a second cpu", "lamina devices", List.of("--backend", "cpu:1"), "cpu:1", "no such device"),
                onRun("events into a file", "write --events -", List.of("--events", "log.jsonl"), "--events log.jsonl"),
                onRun(
                        "bf16 on the reference",
                        "use f32, or backend cpu",
                        List.of("--set", "backend.precision=bf16"),
                        "backend reference"),
                unserved("check"),
                unserved("describe"),
                unserved("run"),
                onRun(
                        "no such folder of data",
                        "name the one that holds the data sets",
                        List.of("--data-dir", "nowhere"),
                        "--data-dir nowhere"),
                BadInput.of(
                        "unknown width",
                        folder -> List.of("figures", folder.toString(), "--width", "huge"),
                        "'--width'",
                        "SINGLE, DOUBLE, SLIDE"));
    }

    private static Stream<BadInput> overrides() {
        return Stream.of(
                set("no value", "training.epochs", "--set training.epochs", "write key.path=value"),
                set("no key", "=5", "--set =5", "write key.path=value"),
                set("an empty key", "training..epochs=5", "--set training..epochs=5", "write key.path=value"),
                set("an empty value", "training.epochs=", "--set training.epochs= (training.epochs)", "whole number"),
                set("a key below a value", "training.epochs.x=1", "training.epochs.x=1", "epochs holds a single value"),
                BadInput.of(
                        "two seeds",
                        folder -> SmallConfig.run(SmallConfig.write(folder), "--set", "seed=1", "--seed", "2"),
                        "--set seed=2: contradicts --set seed=1",
                        "give one of them"),
                set("a wrong entry", "data.augmentations.0=horizontal-flip", "(data.augmentations)", "must be a list"),
                set("a slip of the pen", "trainig.epochs=2", "--set trainig.epochs=2", "did you mean \"training\"?"));
    }

    /** Texts so long that nobody would find what is wrong with them behind their end. */
    private static Stream<BadInput> endless() {
        String text = "x".repeat(5000);
        String cut = "x".repeat(50) + "…";
        return Stream.of(
                line("an endless command", List.of(text), "x…'", "lamina --help"),
                line("an endless option", List.of("check", "c.json", "--" + text), "x…'", "lamina check --help"),
                line("an endless name", List.of("wnll", text), "x…", "choose one of"),
                line("an endless network", List.of("bench", "--networks", text), "x…", "resnet20"),
                line("endless words", List.of("reproduce", "x y ".repeat(2000)), "x y …:", "did you mean"),
                line("many arguments", Collections.nCopies(3000, "devices"), "--help shows the options"),
                onRun("an endless seed", "is not a whole number", List.of("--seed", text), "x…'"),
                onRun("an endless backend", "choose one of", List.of("--backend", text), "x…"),
                onRun("an endless key", "unknown key", List.of("--set", text + "=1"), "x…)"),
                onRun("an endless value", "a whole number", List.of("--set", "seed=" + text), cut),
                onRun("an endless override", "write key.path=value", List.of("--set", "=" + text), cut),
                BadInput.of(
                        "an endless choice", folder -> List.of("figures", folder.toString(), "--width", text), "x…'"));
    }

    private static Stream<BadInput> places() {
        return Stream.of(
                BadInput.of(
                        "a run folder that exists",
                        folder -> {
                            Files.writeString(
                                    Files.createDirectory(folder.resolve("run")).resolve("notes"), "mine");
                            return SmallConfig.run(SmallConfig.write(folder));
                        },
                        "run: exists already",
                        "--out"),
                BadInput.of(
                        "a file where a folder is wanted",
                        folder -> {
                            Path config = SmallConfig.write(folder);
                            return List.of(
                                    "run",
                                    config.toString(),
                                    "--out",
                                    config.resolve("run").toString());
                        },
                        "moons.json/run: cannot be made",
                        "choose another"),
                BadInput.of(
                        "a folder of the system's own",
                        folder -> List.of("run", SmallConfig.write(folder).toString(), "--out", "/proc/lamina/run"),
                        "/proc/lamina/run: cannot be",
                        "choose another"),
                onRun("an empty name for the folder", "give one", List.of("--out", ""), "--out"),
                BadInput.of(
                        "data that goes where a file is",
                        folder -> List.of(
                                "data",
                                "get",
                                "mnist",
                                "--data-dir",
                                SmallConfig.write(folder).toString()),
                        "moons.json",
                        "--data-dir"));
    }

    private static BadInput line(String name, List<String> arguments, String... parts) {
        return BadInput.of(name, _ -> arguments, parts);
    }

    /** With options after "run CONFIG". */
    private static BadInput onRun(String name, String remedy, List<String> options, String... parts) {
        return BadInput.of(
                name,
                folder -> Stream.concat(
                                Stream.of("run", SmallConfig.write(folder).toString()), options.stream())
                        .toList(),
                Stream.concat(Stream.of(remedy), Stream.of(parts)).toArray(String[]::new));
    }

    private static BadInput set(String name, String override, String... parts) {
        return BadInput.of(
                "--set with " + name, folder -> SmallConfig.run(SmallConfig.write(folder), "--set", override), parts);
    }
}
