package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.text.NumberText;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables 2 and 3 of the GBR paper: regularizers alone and with the equal-norm constraint, on clean and on adversarial
 * images. Source: Li, Chen, Yang; METHODS section 4.
 *
 * @param base what all runs have in common
 */
@InCatalog(name = "regularizers", images = 10_000)
record Regularizers(PaperTraining base, List<Double> epsilons) implements Reproduction {
    private static final String ENC = "enc";
    private static final String BASELINE = "baseline";
    private static final String ACCURACY = "test-accuracy";
    private static final String SMOOTHING = "label-smoothing";

    /** What each adds to the baseline, by id. DropBlock's squares are of the last maps, 8×8. */
    private static final Map<String, String> ADDED = new LinkedHashMap<>();

    static {
        ADDED.put("dropout", "network.dropping={\"type\": \"dropout\"}");
        ADDED.put("drop-block", "network.dropping={\"type\": \"drop-block\", \"blockSize\": 3}");
        ADDED.put(
                "cutout",
                "data.augmentations=[{\"type\": \"pad-crop\", \"padding\": 4}, \"horizontal-flip\", \"cutout\"]");
        ADDED.put("mixup", "data.mixing=mixup");
        ADDED.put("cut-mix", "data.mixing=cut-mix");
        ADDED.put(SMOOTHING, "head={\"type\": \"softmax\", \"labelSmoothing\": 0.1}");
    }

    static Regularizers onImages(int images) {
        return new Regularizers(PaperConfigs.gbr(images), List.of(1.0, 2.0, 4.0));
    }

    static Regularizers of(ReproductionChoice choice) {
        return onImages(choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.regularizers");
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        arms.add(arm(BASELINE, Message.of("reproduce.baseline"), GbrErrors.ofTables(GbrErrors.BASELINE, epsilons)));
        arms.add(arm("no-decay", Message.verbatim("λ = 0"), Map.of(), "training.weightDecay=0"));
        ADDED.forEach((id, added) -> arms.add(arm(id, label(id), Map.of(), added)));
        String constraint = "training.equalNorm={}";
        arms.add(arm(ENC, Message.verbatim("ENC"), GbrErrors.ofTables(GbrErrors.ENC, epsilons), constraint));
        ADDED.forEach((id, added) ->
                arms.add(arm(withEnc(id), Message.of("reproduce.andEnc", label(id)), Map.of(), added, constraint)));
        return arms;
    }

    private Arm arm(String id, Message label, Map<String, Published> published, String... overrides) {
        return new Arm.Trained(id, label, base.with(overrides), published);
    }

    private static String withEnc(String id) {
        return "enc-" + id;
    }

    private static Message label(String id) {
        return switch (id) {
            case "dropout" -> Message.of("reproduce.regularizer.dropout");
            case "drop-block" -> Message.verbatim("DropBlock");
            case "cutout" -> Message.verbatim("Cutout");
            case "mixup" -> Message.verbatim("Mixup");
            case "cut-mix" -> Message.verbatim("CutMix");
            case SMOOTHING -> Message.of("reproduce.regularizer.labelSmoothing");
            default -> throw new IllegalArgumentException(id);
        };
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>(List.of(
                Quantity.last(ACCURACY, Message.of("reproduce.testAccuracy"), Tags.TEST_ACCURACY),
                Quantity.last("train-accuracy", Message.of("reproduce.trainingAccuracy"), Tags.TRAIN_ACCURACY)));
        epsilons.forEach(e -> quantities.add(Quantity.ofAttack(e)));
        return quantities;
    }

    @Override
    public List<Message> remarks() {
        return List.of(
                Message.of("reproduce.encSchedule"),
                Message.of("reproduce.regularizerSettings"),
                Message.of("reproduce.encImages"));
    }

    @Override
    public List<Claim> claims(Results results) {
        List<Claim> claims = new ArrayList<>();
        claims.add(results.below(Message.of("reproduce.encHigher"), ACCURACY, BASELINE, ENC));
        ADDED.keySet()
                .forEach(id -> claims.add(
                        results.below(Message.of("reproduce.encAddsTo", label(id)), ACCURACY, id, withEnc(id))));
        epsilons.forEach(e -> claims.add(results.below(
                Message.of("reproduce.encWithstands", NumberText.of(e)), Quantity.attacked(e), BASELINE, ENC)));
        return claims;
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        List<Panel> panels = new ArrayList<>();
        AttackCurves curves = new AttackCurves(epsilons);
        curves.of(results.arms().stream().filter(of -> !hasEnc(of)).toList()).ifPresent(panels::add);
        curves.of(results.arms().stream().filter(Regularizers::hasEnc).toList()).ifPresent(panels::add);
        return panels.isEmpty() ? Optional.empty() : Optional.of(new FigureSpec("", panels));
    }

    private static boolean hasEnc(Results.OfArm of) {
        return of.arm().id().startsWith(ENC);
    }
}
