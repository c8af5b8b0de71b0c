package dev.lamina.reproduce;

import dev.lamina.config.DataConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.source.DataCatalog;
import dev.lamina.data.source.DataSource;
import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Table 1 of the WNLL paper: raw pixels, without a network. Source: Wang et al. 2018; METHODS section 1.3.
 *
 * @param sets the data sets at hand
 * @param remarks what is missing
 */
@InCatalog(name = "wnll-table1")
record WnllTable1(List<DataSet> sets, List<Message> remarks) implements Reproduction {
    static final String ACCURACY = "test-accuracy";

    private static final Message SOURCE = Message.of("reproduce.wangTable1");

    /** The part of CIFAR-10 that its first file holds. */
    private static final int FIRST_FILE = 10_000;

    /**
     * A data set.
     *
     * @param id in folder names
     * @param protocol how the paper's numbers differ
     */
    record DataSet(String id, DataSource source, Map<PixelMethod, Double> published, Optional<Message> protocol) {}

    static WnllTable1 of(DataLocation where) {
        List<DataSet> sets = new ArrayList<>();
        List<Message> remarks =
                new ArrayList<>(List.of(Message.of("reproduce.rawPixels"), Message.of("reproduce.kernels")));
        add("mnist", Map.of(PixelMethod.SOFTMAX, 92.65, PixelMethod.WNLL, 97.74), where, sets, remarks);
        add("cifar10", Map.of(PixelMethod.SOFTMAX, 39.91, PixelMethod.WNLL, 40.73), where, sets, remarks);
        add("svhn", Map.of(PixelMethod.SOFTMAX, 24.66, PixelMethod.WNLL, 56.17), where, sets, remarks);
        if (sets.isEmpty()) {
            throw new BadInputException(Message.of("reproduce.noSet").at("wnll-table1"));
        }
        return new WnllTable1(List.copyOf(sets), List.copyOf(remarks));
    }

    private static void add(
            String id,
            Map<PixelMethod, Double> published,
            DataLocation where,
            List<DataSet> sets,
            List<Message> remarks) {
        DataCatalog.Entry entry = DataCatalog.entry(DataCatalog.card(id), where);
        if (entry.presence() == DataCatalog.Presence.COMPLETE) {
            sets.add(new DataSet(id, source(id, ""), published, Optional.empty()));
        } else if (id.equals("cifar10")
                && !entry.missing().contains("data_batch_1.bin")
                && !entry.missing().contains("test_batch.bin")) {
            sets.add(new DataSet(
                    id + "-" + FIRST_FILE,
                    source(id, ", \"trainCount\": " + FIRST_FILE),
                    published,
                    Optional.of(Message.of("reproduce.wholeCifar"))));
            remarks.add(Message.of("reproduce.firstFile"));
        } else {
            remarks.add(Message.of("reproduce.leftOut", id));
        }
    }

    private static DataSource source(String id, String counts) {
        String text = "{\"source\": {\"type\": \"" + id + "\"" + counts + "}}";
        return RecordFiles.parse(text, "wnll-table1", DataConfig.class, List.of())
                .source();
    }

    static WnllTable1 of(ReproductionChoice choice) {
        return of(choice.where());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.wnllTable1", SOURCE);
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        for (DataSet set : sets) {
            for (PixelMethod method : PixelMethod.values()) {
                arms.add(arm(set, method));
            }
        }
        return arms;
    }

    private static Arm arm(DataSet set, PixelMethod method) {
        // The paper has one number for WNLL, whichever form it is computed in.
        PixelMethod row = method == PixelMethod.WNLL_PAPER ? PixelMethod.WNLL : method;
        Map<String, Published> published = set.published().containsKey(row)
                ? Map.of(ACCURACY, new Published(set.published().get(row), SOURCE, set.protocol()))
                : Map.of();
        return new Arm.Pixels(
                set.id() + "-" + method.id(), method.label().at(set.id()), set.source(), method, published);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantity.last(ACCURACY, Message.of("reproduce.testAccuracy"), Tags.TEST_ACCURACY));
    }

    @Override
    public List<Claim> claims(Results results) {
        return sets.stream()
                .map(set -> results.below(
                        Message.of("reproduce.wnllMoreAccurate").at(set.id()),
                        ACCURACY,
                        set.id() + "-" + PixelMethod.SOFTMAX.id(),
                        set.id() + "-" + PixelMethod.WNLL.id()))
                .toList();
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Optional.empty();
    }
}
