package dev.lamina.cli;

import dev.lamina.backend.Cores;
import dev.lamina.config.DataConfig;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.DataCatalog;
import dev.lamina.data.source.DataSource;
import dev.lamina.experiment.pixels.RawPixelComparison;
import dev.lamina.experiment.pixels.RawPixelRow;
import dev.lamina.experiment.pixels.RawPixelSettings;
import dev.lamina.manifold.WeightKernel;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina wnll DATA}. */
@Command(name = "wnll", mixinStandardHelpOptions = true)
final class WnllCommand implements Callable<Integer> {
    private static final Map<String, WeightKernel> VARIANTS =
            Map.of("paper", WeightKernel.PAPER, "reference-code", WeightKernel.REFERENCE_CODE);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATA")
    private String name;

    @Option(names = "--template", paramLabel = "N")
    private @Nullable Integer template;

    @Option(names = "--queries", paramLabel = "N")
    private @Nullable Integer queries;

    @Option(names = "--variant", paramLabel = "ID")
    private String variant = "reference-code";

    @Option(names = "--template-batch", paramLabel = "N")
    private int templateBatch;

    @Option(names = "--query-batch", paramLabel = "N")
    private int queryBatch = WnllSettings.DEFAULT.queryBatch();

    @Option(names = "--approximate-above", paramLabel = "N")
    private int approximateAbove = WnllSettings.DEFAULT.approximateAbove();

    @Option(names = "--exponent", paramLabel = "P")
    private double exponent = 3;

    @Option(names = "--voters", paramLabel = "K")
    private int voters = 5;

    @Option(names = "--linear-epochs", paramLabel = "N")
    private int linearEpochs;

    @Option(names = "--threads", paramLabel = "N")
    private int threads;

    @Option(names = "--seed", paramLabel = "N")
    private long seed = 1;

    @Mixin
    private DataArguments data;

    @Override
    public Integer call() {
        RawPixelSettings settings = settings();
        TrainTest whole = source().load(data.location());
        TrainTest chosen = new TrainTest(
                first(whole.training(), template, "--template"), first(whole.test(), queries, "--queries"));
        Voice voice = Voice.of(spec);
        var progress = new MethodProgress(voice, Terminal.attached());
        var comparison = new RawPixelComparison(chosen, whole, settings, progress);
        voice.say(
                "cli.labelledPoints",
                whole.training().name(),
                chosen.training().size(),
                chosen.test().size(),
                chosen.training().exampleShape().size(),
                chosen.training().classCount());
        comparison.warning().ifPresent(warning -> voice.say("message.warning", warning));
        TextTable table = voice.table("method", "accuracy", "published", "seconds", "");
        comparison.run(row -> add(table, row, voice));
        progress.clear();
        voice.print(table.render());
        return ExitCode.DONE;
    }

    /** The paper used the whole of each set, so its numbers stand beside no part of one. */
    private void add(TextTable table, RawPixelRow row, Voice voice) {
        boolean whole = template == null && queries == null;
        table.add(
                voice.text(row.method()),
                percent(row.accuracy()),
                whole && row.published().isPresent() ? percent(row.published().getAsDouble()) : "",
                String.format(Locale.ROOT, "%.1f", row.seconds()),
                voice.text(row.note()));
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
    }

    private RawPixelSettings settings() {
        WeightKernel kernel = Optional.ofNullable(VARIANTS.get(variant))
                .orElseThrow(
                        () -> new BadInputException(Message.of("cli.noVariant").at("--variant " + variant)));
        require("--template", template == null ? 1 : template, 1);
        require("--queries", queries == null ? 1 : queries, 1);
        require("--template-batch", templateBatch, 0);
        require("--query-batch", queryBatch, 0);
        require("--approximate-above", approximateAbove, 0);
        require("--voters", voters, 1);
        require("--threads", threads, 0);
        require("--linear-epochs", linearEpochs, 0);
        if (!(exponent >= 1.1 && exponent <= 4)) {
            throw new BadInputException(Message.of("cli.exponent").at("--exponent " + exponent));
        }
        int workers = threads > 0 ? threads : Cores.usable();
        WnllSettings wnll = WnllSettings.DEFAULT
                .with(kernel)
                .withTemplateBatch(templateBatch)
                .withQueryBatch(queryBatch)
                .withApproximateAbove(approximateAbove);
        return new RawPixelSettings(wnll, voters, workers, seed, linearEpochs, exponent);
    }

    private static void require(String option, int value, int least) {
        if (value < least) {
            throw new BadInputException(Message.of("cli.tooSmall", least).at(option + " " + value));
        }
    }

    private DataSource source() {
        DataCard card = DataCatalog.card(name);
        String id = card.id();
        // A published set is read only as far as it is asked for: the other files need not be there.
        String counts = card.published().isPresent() ? count("trainCount", template) + count("testCount", queries) : "";
        String text = "{\"source\": {\"type\": \"" + id + "\"" + counts + "}}";
        return RecordFiles.parse(text, "wnll " + id, DataConfig.class, List.of())
                .source();
    }

    private static String count(String key, @Nullable Integer count) {
        return count == null ? "" : ", \"" + key + "\": " + count;
    }

    private static ImageDataset first(ImageDataset all, @Nullable Integer count, String option) {
        if (count == null) {
            return all;
        }
        try {
            return all.first(count);
        } catch (BadInputException e) {
            throw new BadInputException(e.problem().at(option + " " + count), e);
        }
    }
}
