package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.batch.BatchTensors;
import dev.lamina.batch.ExecutablesByBatchSize;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many images of each class are taken for each class: row = label, column = argmax_k of the logits z_k, the first of
 * equal ones. Of a WNLL head the linear classifier decides. Worked example: the trace over the sum is the accuracy.
 */
@JsonTypeName("confusion-matrix")
@Origin(formula = "n_yk = #{x : argmax_j z_j(x) = k}")
public record ConfusionMatrix(
        @Setting(defaultValue = "\"test\"", meaning = "which images are counted: training, validation or test")
        DataPart part,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    @Override
    public Probe open(ProbeContext context) {
        return new Counting(context, part.of(context.data()));
    }

    private static final class Counting implements Probe {
        private final ProbeContext context;
        private final ImageDataset images;
        private final ExecutablesByBatchSize programs;

        Counting(ProbeContext context, ImageDataset images) {
            this.context = context;
            this.images = images;
            this.programs =
                    new ExecutablesByBatchSize(context.session(), size -> Programs.evaluation(context.network(), size));
        }

        @Override
        public Map<Tag, Reading> measure(int epoch) {
            int classes = images.classCount();
            double[] counts = new double[classes * classes];
            Batches batches = Batches.inOrder(images, context.normalization(), context.batchSize());
            Batch batch = batches.allocate();
            for (BatchIterator iterator = batches.epoch(1); iterator.next(batch); ) {
                context.interruption().check();
                var outputs = programs.of(batch.size()).run(BatchTensors.imagesAndLabels(batch));
                float[] logits =
                        Objects.requireNonNull(outputs.get(Program.LOGITS)).values();
                for (int n = 0; n < batch.size(); n++) {
                    counts[batch.labels()[n] * classes + argmax(logits, n * classes, classes)]++;
                }
            }
            List<String> names = images.classNames();
            return Map.of(Tags.CONFUSION, new Reading.Matrix(names, names, counts));
        }

        private static int argmax(float[] values, int offset, int count) {
            int largest = 0;
            for (int k = 1; k < count; k++) {
                if (values[offset + k] > values[offset + largest]) {
                    largest = k;
                }
            }
            return largest;
        }

        @Override
        public void close() {
            programs.close();
        }
    }
}
