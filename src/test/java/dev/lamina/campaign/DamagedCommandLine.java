package dev.lamina.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Command lines with arguments missing, doubled, exchanged, wrong, long, empty or full of odd letters. */
final class DamagedCommandLine {
    private static final List<String> ODD_ARGUMENTS = List.of(
            "",
            " ",
            "-",
            "--",
            "---",
            "-x",
            "--nothing",
            "=",
            "--set=",
            "--set",
            "--seed",
            "-1",
            "1e400",
            "NaN",
            "0x10",
            "99999999999999999999",
            "a\nb",
            "\u0000",
            "\u001b[31m",
            "\u2028",
            "é漢😀",
            "\ud800",
            "@",
            "@args",
            "${sys:user.home}",
            "%s%n",
            "'",
            "\"",
            "\\",
            "../../nowhere",
            "nowhere.json",
            "{}",
            "[",
            "--help=x",
            "-hx",
            "--seed=",
            "--threads=two",
            "--backend=abacus",
            "--theme=x",
            "--width",
            "--epsilons=1,,2",
            "--data-dir=nowhere",
            "training.epochs=5",
            "seed=1=2");

    /** What trains, measures for long, downloads, or waits for somebody to write. */
    private static final Set<String> LEFT_OUT = Set.of("run", "bench", "bench-worker", "get", "wnll", "reproduce");

    private final RandomGenerator random;
    private final List<List<String>> whole;

    DamagedCommandLine(RandomGenerator random, Path folder) {
        this.random = random;
        String config = folder.resolve("config.json").toString();
        String run = folder.resolve("no-run").toString();
        whole = List.of(
                List.of("check", config, "--set", "training.epochs=5", "--seed", "3", "--threads", "1"),
                List.of(
                        "check",
                        config,
                        "--set=activation=elu",
                        "--backend",
                        "reference",
                        "--data-dir",
                        folder.toString()),
                List.of("describe", config, "--set", "network.preset.width=2", "--seed=4"),
                List.of("figures", run, "--width", "single", "--theme", "dark"),
                List.of("fgsm", run, "--epsilons", "0.01,0.1", "--threads", "1", "--data-dir", folder.toString()),
                List.of("gbr", run, "--images", "10", "--checkpoint", "last"),
                List.of("resume", run, "--events", "-", "--data-dir", folder.toString()),
                List.of("devices"),
                List.of("schema"),
                List.of("data", "list", "--data-dir", folder.toString()),
                List.of("--version"),
                List.of("help", "check"),
                List.of("check", "--help"));
    }

    List<String> next() {
        List<String> line;
        do {
            line = new ArrayList<>(whole.get(random.nextInt(whole.size())));
            for (int i = random.nextInt(3); i >= 0; i--) {
                change(line);
            }
        } while (line.stream().anyMatch(LEFT_OUT::contains));
        return line;
    }

    private void change(List<String> line) {
        if (line.isEmpty()) {
            line.add(odd());
            return;
        }
        int at = random.nextInt(line.size());
        switch (random.nextInt(8)) {
            case 0 -> line.remove(at);
            case 1 -> line.add(at, line.get(at));
            case 2 -> line.add(line.remove(at));
            case 3 -> line.set(at, odd());
            case 4 -> line.add(at, odd());
            case 5 ->
                line.set(
                        at,
                        line.get(at)
                                .repeat(1
                                        + random.nextInt(
                                                3000 / Math.max(1, line.get(at).length()) + 2)));
            case 6 -> line.set(at, damaged(line.get(at)));
            default -> line.addAll(List.of("--set", damaged("training.optimizer.momentum=0.5")));
        }
    }

    private String odd() {
        return ODD_ARGUMENTS.get(random.nextInt(ODD_ARGUMENTS.size()));
    }

    private String damaged(String argument) {
        StringBuilder text = new StringBuilder(argument);
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, odd());
            case 1 -> text.setLength(at);
            default -> text.insert(at, (char) random.nextInt(0x3000));
        }
        return text.toString();
    }
}
