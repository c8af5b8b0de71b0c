package dev.lamina.ui.teach;

import dev.lamina.data.ImageDataset;
import java.util.List;

/**
 * The points of a part of the data.
 *
 * @param predicted class of each as the network says, −1 where it has said nothing yet
 */
record PlanePoints(double[] x, double[] y, int[] label, int[] predicted, List<String> classes) {
    static final PlanePoints NONE = new PlanePoints(new double[0], new double[0], new int[0], new int[0], List.of());

    static PlanePoints of(ImageDataset data) {
        int count = data.size();
        double[] x = new double[count];
        double[] y = new double[count];
        int[] nothing = new int[count];
        float[] place = new float[2];
        for (int i = 0; i < count; i++) {
            data.copyTo(i, place, 0);
            x[i] = place[0];
            y[i] = place[1];
            nothing[i] = -1;
        }
        return new PlanePoints(x, y, data.labels(), nothing, data.classNames());
    }

    int count() {
        return x.length;
    }

    /** With what the network says, if it is of as many points. */
    PlanePoints predictedAs(int[] said) {
        return said.length == count() ? new PlanePoints(x, y, label, said, classes) : this;
    }

    boolean isWrong(int i) {
        return predicted[i] >= 0 && predicted[i] != label[i];
    }
}
