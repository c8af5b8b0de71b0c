package dev.lamina.ui.teach;

import dev.lamina.figure.Theme;
import dev.lamina.metric.Reading;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be seen of the plane at one moment.
 *
 * @param scores a picture of each class, the top row first
 * @param fullLead of the first score over the second, at which a region has its full color
 * @param norms ‖∂z/∂x‖_F², the lowest row first; {@code margins} likewise
 * @param leads two pictures, the gradient of the lead
 */
record PlanePicture(
        Plane plane,
        Theme theme,
        Set<PlaneLayer> layers,
        Optional<Reading.ImageStack> scores,
        double fullLead,
        Optional<Reading.Field> norms,
        Optional<Reading.Field> margins,
        Optional<Reading.ImageStack> leads,
        PlanePoints training,
        PlanePoints test) {
    PlanePicture {
        layers = Set.copyOf(layers);
    }
}
