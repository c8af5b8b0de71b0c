package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import java.util.List;
import java.util.Optional;

/** Table 2 of the WNLL paper: one network with a linear classifier, a linear SVM and WNLL. */
@InCatalog(name = "wnll-table2", network = "resnet20", images = 1_000)
record WnllTable2(String network, int images) implements Reproduction {
    static WnllTable2 of(ReproductionChoice choice) {
        return new WnllTable2(WnllArms.network(choice.network()), choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.wnllTable2", WnllErrors.SOURCE, network, images);
    }

    @Override
    public List<Arm> arms() {
        return List.of(
                WnllArms.vanilla("vanilla", Message.of("reproduce.vanillaSoftmax"), network, images),
                WnllArms.svm("svm", Message.of("reproduce.svm"), network, images),
                WnllArms.wnll("wnll", Message.of("reproduce.head.wnll"), network, images));
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantity.testError());
    }

    @Override
    public List<Message> remarks() {
        return List.of(Message.of("reproduce.lastEpoch"), Message.of("reproduce.svmRate"));
    }

    @Override
    public List<Claim> claims(Results results) {
        return List.of(
                results.below(Message.of("reproduce.wnllBelowVanilla"), WnllArms.ERROR, "wnll", "vanilla"),
                results.below(Message.of("reproduce.wnllBelowSvm"), WnllArms.ERROR, "wnll", "svm"));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.against(results, Tags.TEST_ACCURACY, Tags.WNLL_TEST_ACCURACY);
    }
}
