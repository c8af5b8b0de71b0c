package dev.lamina.reproduce;

import dev.lamina.archive.JsonFile;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.WrittenFigure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, beside what was published: as a table, as report.md, as results.json and as a figure. */
public record ReproductionReport(
        Reproduction reproduction, ReproductionPlan plan, ReproductionFolder folder, Results results) {
    private static final int FORMAT = 1;

    /** The columns of {@link #rows}. */
    public static final List<String> COLUMNS = List.of("", "", "measured: median (min … max)", "published", "epochs");

    static ReproductionReport of(Reproduction reproduction, ReproductionPlan plan, ReproductionFolder folder) {
        return new ReproductionReport(reproduction, plan, folder, ResultsReader.read(reproduction, plan, folder));
    }

    /** What one run came to, in a line. */
    static String values(Reproduction reproduction, ArmRun run) {
        return reproduction.quantities().stream()
                .flatMap(quantity -> run.value(quantity.id()).stream()
                        .mapToObj(value -> quantity.label() + " " + quantity.text(value)))
                .collect(Collectors.joining(", "));
    }

    /** A row for each arm and quantity that it has or that was published. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Results.OfArm of : results.arms()) {
            boolean first = true;
            for (Quantity quantity : reproduction.quantities()) {
                boolean main = quantity.equals(reproduction.quantities().getFirst());
                if (main
                        || of.spread(quantity.id()).isPresent()
                        || of.arm().published().containsKey(quantity.id())) {
                    rows.add(List.of(
                            first ? of.arm().label() : "",
                            quantity.label(),
                            measured(of, quantity),
                            published(of.arm(), quantity),
                            first ? epochs(of.arm()) : ""));
                    first = false;
                }
            }
        }
        return rows;
    }

    private static String measured(Results.OfArm of, Quantity quantity) {
        return of.spread(quantity.id())
                .map(s -> s.count() == 1
                        ? quantity.text(s.median()) + (of.arm().random() ? " (1 run)" : "")
                        : quantity.text(s.median()) + " (" + quantity.text(s.min()) + " … " + quantity.text(s.max())
                                + ", " + s.count() + " runs)")
                .orElse(of.failures().isEmpty() ? "not yet" : "failed");
    }

    private static String published(Arm arm, Quantity quantity) {
        Published published = arm.published().get(quantity.id());
        if (published == null) {
            return "not given";
        }
        return quantity.text(published.value())
                + (published.protocol().isEmpty() ? "" : " (" + published.protocol() + ")");
    }

    private String epochs(Arm arm) {
        return switch (arm) {
            case Arm.Pixels _ -> "–";
            case Arm.Trained trained -> {
                String here = Shortening.length(plan.shortening().of(trained.config()));
                String there = Shortening.length(trained.config());
                yield here.equals(there) ? here : here + " of " + there;
            }
        };
    }

    /** What is done, and what is shortened, a sentence each. */
    public List<String> outline() {
        List<String> lines = new ArrayList<>(List.of(reproduction.title()));
        ReproductionSettings settings = plan.settings();
        double minutes = settings.runs()
                * plan.runSeconds().values().stream().mapToDouble(s -> s).sum()
                / 60;
        if (minutes > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%d run%s of each of %d, about %.0f minutes together by the speed measured beforehand",
                    settings.runs(),
                    settings.runs() == 1 ? "" : "s",
                    plan.runSeconds().size(),
                    Math.ceil(minutes)));
        }
        lines.addAll(shortened());
        return lines;
    }

    /** What was shortened, a line for each arm or one for all. */
    private List<String> shortened() {
        Map<String, List<String>> armsByWords = new LinkedHashMap<>();
        for (Arm arm : reproduction.arms()) {
            if (arm instanceof Arm.Trained trained) {
                armsByWords
                        .computeIfAbsent(plan.shortening().words(trained.config()), _ -> new ArrayList<>())
                        .add(arm.label());
            }
        }
        List<String> lines = new ArrayList<>();
        armsByWords.forEach((words, labels) -> lines.add(String.join(", ", labels) + ": "
                + (words.isEmpty() ? "as long as in the paper" : "shortened to fit the budget: " + words)));
        return lines;
    }

    /** Whether the paper's conclusions hold here, a line each. */
    public List<String> verdicts() {
        return reproduction.claims(results).stream()
                .map(claim -> claim.text() + ": " + claim.verdict())
                .toList();
    }

    /** Why runs have no result. */
    public List<String> failures() {
        return results.arms().stream()
                .flatMap(of -> of.failures().stream().map(failure -> of.arm().label() + ", " + failure))
                .toList();
    }

    /** Draws the figure, if there is one, into the figures folder. */
    List<WrittenFigure> draw() {
        return reproduction
                .figure(results)
                .map(spec -> FigureFiles.write(
                        spec,
                        FigureStyle.doubleColumn(),
                        folder.figures(),
                        plan.settings().name(),
                        FigureFormat.shown()))
                .stream()
                .toList();
    }

    /** Writes results.json. */
    void write() {
        JsonFile.write(
                folder.results(),
                new ResultsFile(
                        FORMAT,
                        plan.settings().name(),
                        reproduction.title(),
                        plan,
                        shortened(),
                        reproduction.remarks(),
                        results.arms().stream().map(this::armResults).toList(),
                        reproduction.claims(results),
                        Instant.now()));
    }

    private ArmResults armResults(Results.OfArm of) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (Quantity quantity : reproduction.quantities()) {
            of.spread(quantity.id()).ifPresent(spread -> spreads.put(quantity.id(), spread));
        }
        return new ArmResults(of.arm().id(), of.arm().label(), of.arm().published(), spreads, of.runs(), of.failures());
    }

    /** results.json. */
    record ResultsFile(
            int format,
            String name,
            String title,
            ReproductionPlan plan,
            List<String> shortened,
            List<String> remarks,
            List<ArmResults> arms,
            List<Claim> claims,
            Instant written) {}

    /** One arm of results.json. */
    record ArmResults(
            String id,
            String label,
            Map<String, Published> published,
            Map<String, Spread> measured,
            List<ArmRun> runs,
            List<String> failures) {}
}
