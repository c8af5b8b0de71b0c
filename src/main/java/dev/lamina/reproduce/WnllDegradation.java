package dev.lamina.reproduce;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Figure 3 of the WNLL paper: test error against depth, with few training images. */
@InCatalog(name = "wnll-degradation", images = 1_000)
record WnllDegradation(int images) implements Reproduction {
    private static final List<Integer> DEPTHS = List.of(20, 32, 44, 56, 110);

    static WnllDegradation of(ReproductionChoice choice) {
        return new WnllDegradation(choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.wnllDegradation", images);
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        for (int depth : DEPTHS) {
            String network = "resnet" + depth;
            arms.add(WnllArms.vanilla(
                    "vanilla-" + depth, Message.of("reproduce.vanillaOfDepth", depth), network, images));
            arms.add(WnllArms.wnll("wnll-" + depth, Message.of("reproduce.wnllOfDepth", depth), network, images));
        }
        return arms;
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantity.testError());
    }

    @Override
    public List<Message> remarks() {
        return List.of(Message.of("reproduce.ofTable2"));
    }

    @Override
    public List<Claim> claims(Results results) {
        return List.of(
                results.below(Message.of("reproduce.vanillaRises"), WnllArms.ERROR, "vanilla-20", "vanilla-110"),
                results.below(Message.of("reproduce.wnllRisesNot"), WnllArms.ERROR, "wnll-110", "wnll-20"),
                results.below(Message.of("reproduce.wnllBelow"), WnllArms.ERROR, "wnll-110", "vanilla-110"));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        List<Series> series = new ArrayList<>();
        for (String head : List.of("vanilla", "wnll")) {
            Message label = Message.of("reproduce.head." + head);
            series.add(line(label.toString(), depth -> results.median(head + "-" + depth, WnllArms.ERROR)));
            series.add(line(
                    Message.of("reproduce.ofPaper", label).toString(),
                    depth ->
                            WnllErrors.published("resnet" + depth, head, images).map(Published::value)));
        }
        series.removeIf(line -> line.size() == 0);
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(FigureSpec.of(Panel.of(
                        AxisSpec.of(Message.of("reproduce.weightLayers").toString(), AxisScale.INTEGER),
                        AxisSpec.of(Message.of("reproduce.testErrorAxis").toString(), AxisScale.LINEAR),
                        series)));
    }

    private static Series line(String name, Function<Integer, Optional<Double>> error) {
        List<Integer> depths =
                DEPTHS.stream().filter(d -> error.apply(d).isPresent()).toList();
        return Series.of(
                name,
                depths.stream().mapToDouble(d -> d).toArray(),
                depths.stream().mapToDouble(d -> error.apply(d).orElseThrow()).toArray());
    }
}
