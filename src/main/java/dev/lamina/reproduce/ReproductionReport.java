package dev.lamina.reproduce;

import dev.lamina.archive.JsonFile;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was measured, beside what was published: as a table, as report.md, as results.json and as a figure. */
public record ReproductionReport(
        Reproduction reproduction, ReproductionPlan plan, ReproductionFolder folder, Results results) {
    private static final int FORMAT = 1;

    /** The columns of {@link #rows}. */
    public static final List<Message> COLUMNS = List.of(
            Message.verbatim(""),
            Message.verbatim(""),
            Message.of("reproduce.measured"),
            Message.of("reproduce.published"),
            Message.of("reproduce.epochs"));

    static ReproductionReport of(Reproduction reproduction, ReproductionPlan plan, ReproductionFolder folder) {
        return new ReproductionReport(reproduction, plan, folder, ResultsReader.read(reproduction, plan, folder));
    }

    /** What one run came to, in a line. */
    static Message values(Reproduction reproduction, ArmRun run) {
        return Message.of(
                "message.verbatim",
                reproduction.quantities().stream()
                        .flatMap(quantity -> run.value(quantity.id()).stream()
                                .mapToObj(
                                        value -> Message.of("reproduce.value", quantity.label(), quantity.text(value))))
                        .toList());
    }

    /** A row for each arm and quantity that it has or that was published. */
    public List<List<Message>> rows() {
        List<List<Message>> rows = new ArrayList<>();
        for (Results.OfArm of : results.arms()) {
            boolean first = true;
            for (Quantity quantity : reproduction.quantities()) {
                boolean main = quantity.equals(reproduction.quantities().getFirst());
                if (main
                        || of.spread(quantity.id()).isPresent()
                        || of.arm().published().containsKey(quantity.id())) {
                    rows.add(List.of(
                            first ? of.arm().label() : Message.verbatim(""),
                            quantity.label(),
                            measured(of, quantity),
                            published(of.arm(), quantity),
                            first ? epochs(of.arm()) : Message.verbatim("")));
                    first = false;
                }
            }
        }
        return rows;
    }

    private static Message measured(Results.OfArm of, Quantity quantity) {
        return of.spread(quantity.id())
                .map(spread -> measured(spread, of.arm(), quantity))
                .orElse(Message.of(of.failures().isEmpty() ? "reproduce.notYet" : "reproduce.failedAll"));
    }

    private static Message measured(Spread spread, Arm arm, Quantity quantity) {
        Message median = quantity.text(spread.median());
        if (spread.count() == 1) {
            return arm.random() ? Message.of("reproduce.ofOneRun", median) : median;
        }
        return Message.of(
                "reproduce.ofRuns", median, quantity.text(spread.min()), quantity.text(spread.max()), spread.count());
    }

    private static Message published(Arm arm, Quantity quantity) {
        Published published = arm.published().get(quantity.id());
        if (published == null) {
            return Message.of("reproduce.notGiven");
        }
        Message value = quantity.text(published.value());
        return published
                .protocol()
                .map(protocol -> Message.of("reproduce.byProtocol", value, protocol))
                .orElse(value);
    }

    private Message epochs(Arm arm) {
        return switch (arm) {
            case Arm.Pixels _ -> Message.verbatim("–");
            case Arm.Trained trained -> {
                String here = Shortening.length(plan.shortening().of(trained.training()));
                String there = Shortening.length(trained.training().config());
                yield here.equals(there) ? Message.verbatim(here) : Message.of("reproduce.epochsOf", here, there);
            }
        };
    }

    /** What is done, and what is shortened, a sentence each. */
    public List<Message> outline() {
        List<Message> lines = new ArrayList<>(List.of(reproduction.title()));
        ReproductionSettings settings = plan.settings();
        double minutes = settings.runs()
                * plan.runSeconds().values().stream().mapToDouble(s -> s).sum()
                / 60;
        if (minutes > 0) {
            lines.add(Message.of(
                    "reproduce.planned", settings.runs(), plan.runSeconds().size(), Math.ceil(minutes)));
        }
        lines.addAll(shortened());
        return lines;
    }

    /** What was shortened, and what weight decay amounts to, a line for each arm or one for all. */
    private List<Message> shortened() {
        List<Message> lines = new ArrayList<>();
        armsBy(plan.shortening()::words)
                .forEach((words, labels) -> lines.add(
                        words.isEmpty()
                                ? Message.of("reproduce.asLong", labels)
                                : Message.of("reproduce.shortened", labels, words)));
        armsBy(plan.shortening()::decays).forEach((words, labels) -> {
            if (!words.isEmpty()) {
                lines.add(Message.of("reproduce.decays", labels, words));
            }
        });
        return lines;
    }

    /** Labels of the arms of which the same is to be said. */
    private Map<List<Message>, List<Message>> armsBy(Function<PaperTraining, List<Message>> words) {
        Map<List<Message>, List<Message>> labels = new LinkedHashMap<>();
        for (Arm arm : reproduction.arms()) {
            if (arm instanceof Arm.Trained trained) {
                labels.computeIfAbsent(words.apply(trained.training()), _ -> new ArrayList<>())
                        .add(arm.label());
            }
        }
        return labels;
    }

    /** Whether the paper's conclusions hold here, a line each. */
    public List<Message> verdicts() {
        return reproduction.claims(results).stream().map(Claim::sentence).toList();
    }

    /** Why runs have no result. */
    public List<Message> failures() {
        return results.arms().stream()
                .flatMap(of -> of.failures().stream()
                        .map(failure ->
                                Message.of("reproduce.failureOf", of.arm().label(), failure)))
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
            Message title,
            ReproductionPlan plan,
            List<Message> shortened,
            List<Message> remarks,
            List<ArmResults> arms,
            List<Claim> claims,
            Instant written) {}

    /** One arm of results.json. */
    record ArmResults(
            String id,
            Message label,
            Map<String, Published> published,
            Map<String, Spread> measured,
            List<ArmRun> runs,
            List<Message> failures) {}
}
