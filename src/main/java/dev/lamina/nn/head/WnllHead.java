package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.nn.block.BufferBlock;
import dev.lamina.nn.layer.Linear;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * A buffer block with two heads on it: a linear classifier with softmax cross-entropy, and the weighted nonlocal
 * Laplacian, which has no parameters. Training alternates: everything through the linear head for the training's epochs,
 * then the buffer block alone through WNLL. Source: Wang et al. 2018, algorithms 1 and 2; METHODS section 1.2.
 */
@JsonTypeName("wnll")
@Origin(
        formula = "Σ_y (w(x,y) + w(y,x)) (u(x) − u(y)) + μ Σ_(y∈T) w(y,x) (u(x) − u(y)) = 0",
        source = "Wang et al. 2018, algorithms 1 and 2")
public record WnllHead(
        @Setting(defaultValue = "true", meaning = "whether buffer block and linear classifier have biases")
        boolean bias,

        @Setting(defaultValue = "{}", meaning = "the interpolation of labels from training to other images")
        WnllSettings interpolation,

        @Setting(
                defaultValue = "2",
                min = 1,
                max = 1000,
                meaning = "alternations N of a linear stage (training.epochs each) and a WNLL stage")
        int alternations,

        @Setting(
                defaultValue = "0.2",
                min = 0,
                minExclusive = true,
                max = 1,
                meaning = "factor of all learning rates from the second alternation on")
        double laterRateFactor,

        @Setting(defaultValue = "5", min = 1, max = 1_000_000, unit = "epochs", meaning = "length of a WNLL stage")
        int epochs,

        @Setting(
                defaultValue = "2000",
                min = 1,
                max = 1_000_000,
                unit = "images",
                meaning = "images a WNLL step labels")
        int batchSize,

        @Setting(
                defaultValue = "5e-4",
                min = 0,
                minExclusive = true,
                max = 1000,
                meaning = "learning rate of the WNLL stages")
        double learningRate,

        @Setting(
                defaultValue = "\"scores\"",
                meaning = "gradient of the WNLL stages: u − one-hot of the scores u, or softmax(u) − one-hot as in the"
                        + " authors' code")
        ScoreGradient gradient,

        @Setting(
                defaultValue = "0.5",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true,
                meaning = "part of the training set that is the template of a WNLL stage, drawn at random")
        double templateFraction,

        @Setting(
                defaultValue = "0",
                min = 0,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs between measurements of WNLL's accuracy during linear stages; 0 for none")
        int probeEveryEpochs)
        implements Head {
    @Override
    public Composition classifier(int classes) {
        return new Composition(List.of(
                new Part.OfBlock("buffer", new BufferBlock(bias), List.of(Composition.INPUT)),
                new Part.OfLayer("logits", new Linear(classes, bias), List.of("buffer"))));
    }

    @Override
    public Loss loss() {
        return new Loss.CrossEntropy(0);
    }

    @Override
    public List<StageOutline> stages() {
        List<StageOutline> stages = new ArrayList<>();
        for (int n = 1; n <= alternations; n++) {
            double factor = n == 1 ? 1 : laterRateFactor;
            stages.add(new StageOutline.Linear(n, factor));
            stages.add(new StageOutline.Interpolated(
                    n,
                    interpolation,
                    epochs,
                    batchSize,
                    learningRate * factor,
                    gradient,
                    templateFraction,
                    probeEveryEpochs));
        }
        return stages;
    }
}
