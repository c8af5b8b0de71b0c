package dev.lamina.reproduce;

import dev.lamina.data.source.DataSource;
import dev.lamina.message.Message;
import java.util.Map;

/** One of the things that are compared: a way of training, or a classifier on raw pixels. */
public sealed interface Arm {
    /** In folder names: "wnll". */
    String id();

    /** In tables and legends: "WNLL". */
    Message label();

    /** What the paper says, by the id of the quantity; nothing where it is not known. */
    Map<String, Published> published();

    /** Whether another seed gives another result. */
    boolean random();

    /**
     * A network that is trained.
     *
     * @param training at the paper's own schedule; seed and backend are replaced
     */
    record Trained(String id, Message label, PaperTraining training, Map<String, Published> published) implements Arm {
        public Trained {
            published = Map.copyOf(published);
        }

        @Override
        public boolean random() {
            return true;
        }
    }

    /** A classifier on raw pixels, which has no schedule. */
    record Pixels(String id, Message label, DataSource data, PixelMethod method, Map<String, Published> published)
            implements Arm {
        public Pixels {
            published = Map.copyOf(published);
        }

        @Override
        public boolean random() {
            return method == PixelMethod.SOFTMAX;
        }
    }
}
