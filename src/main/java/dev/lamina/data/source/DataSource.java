package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/**
 * A data set and how much of it is used.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface DataSource
        permits Shapes, Cifar10, Cifar100, IdxSource, Svhn, ImageFolder, PlanePoints, OwnPoints {
    /** What there is to know about each data set, in the order to show them. */
    List<DataCard> CARDS = List.of(
            Shapes.CARD,
            Cifar10.CARD,
            Cifar100.CARD,
            Mnist.CARD,
            FashionMnist.CARD,
            Svhn.CARD,
            ClassFolders.CARD,
            Moons.CARD,
            Spirals.CARD,
            Rings.CARD,
            Blobs.CARD,
            Xor.CARD,
            AboveCurve.CARD,
            OwnPoints.CARD);

    /** What there is to know about this data set. */
    DataCard card();

    /**
     * Example shape and classes, without reading the examples (a folder of images is listed, one image opened).
     * @throws BadInputException if that takes files that are missing
     */
    DataOutline outline(DataLocation where);

    /**
     * Reads or draws the examples; the same files and fields give the same examples.
     * @throws BadInputException if files are missing, damaged or hold fewer examples than asked for
     */
    TrainTest load(DataLocation where);
}
