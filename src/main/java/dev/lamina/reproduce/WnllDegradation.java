package dev.lamina.reproduce;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Figure 3 of the WNLL paper: test error against depth, with few training images. */
record WnllDegradation(int images) implements Reproduction {
    private static final List<Integer> DEPTHS = List.of(20, 32, 44, 56, 110);

    @Override
    public String title() {
        return String.format(
                Locale.ROOT, "Wang et al. 2018, figure 3: error of ResNet20 to 110 on %,d CIFAR-10 images", images);
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        for (int depth : DEPTHS) {
            String network = "resnet" + depth;
            arms.add(WnllArms.vanilla("vanilla-" + depth, "vanilla ResNet" + depth, network, images));
            arms.add(WnllArms.wnll("wnll-" + depth, "WNLL ResNet" + depth, network, images));
        }
        return arms;
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantity.testError());
    }

    @Override
    public List<String> remarks() {
        return List.of("The published numbers are those of table 2. Ours are those of the last epoch.");
    }

    @Override
    public List<Claim> claims(Results results) {
        Function<String, Optional<Double>> rise = head -> results.median(head + "-110", WnllArms.ERROR)
                .flatMap(deep -> results.median(head + "-20", WnllArms.ERROR).map(shallow -> deep - shallow));
        return List.of(
                new Claim(
                        "vanilla: ResNet110's error is above ResNet20's",
                        rise.apply("vanilla").map(r -> r > 0)),
                new Claim(
                        "WNLL: ResNet110's error is not above ResNet20's",
                        rise.apply("wnll").map(r -> r <= 0)),
                results.below("ResNet110: WNLL's error is below vanilla's", WnllArms.ERROR, "wnll-110", "vanilla-110"));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        List<Series> series = new ArrayList<>();
        for (String head : List.of("vanilla", "wnll")) {
            String label = head.equals("wnll") ? "WNLL" : head;
            series.add(line(label, depth -> results.median(head + "-" + depth, WnllArms.ERROR)));
            series.add(line(
                    label + " (paper)",
                    depth ->
                            WnllErrors.published("resnet" + depth, head, images).map(Published::value)));
        }
        series.removeIf(line -> line.size() == 0);
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(FigureSpec.of(Panel.of(
                        AxisSpec.of("weight layers", AxisScale.INTEGER),
                        AxisSpec.of("test error (%)", AxisScale.LINEAR),
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
