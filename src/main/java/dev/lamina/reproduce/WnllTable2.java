package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.metric.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Table 2 of the WNLL paper: one network with a linear classifier, a linear SVM and WNLL. */
record WnllTable2(String network, int images) implements Reproduction {
    @Override
    public String title() {
        return String.format(Locale.ROOT, "%s: %s on %,d CIFAR-10 images, by head", WnllErrors.SOURCE, network, images);
    }

    @Override
    public List<Arm> arms() {
        return List.of(
                WnllArms.vanilla("vanilla", "vanilla (softmax)", network, images),
                WnllArms.svm("svm", "SVM", network, images),
                WnllArms.wnll("wnll", "WNLL", network, images));
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantity.testError());
    }

    @Override
    public List<String> remarks() {
        return List.of(
                "The number is that of the last epoch; nothing is chosen by test data. The paper's is the median of 5 runs.",
                "SVM here is trained through its squared hinge loss from the start, at a tenth of the rate: at 0.05 its"
                        + " units die in the first epochs.");
    }

    @Override
    public List<Claim> claims(Results results) {
        return List.of(
                results.below("WNLL's error is below vanilla's", WnllArms.ERROR, "wnll", "vanilla"),
                results.below("WNLL's error is below the SVM's", WnllArms.ERROR, "wnll", "svm"));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.against(results, Tags.TEST_ACCURACY, Tags.WNLL_TEST_ACCURACY);
    }
}
