package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Provenance;
import dev.lamina.data.Sha256;
import dev.lamina.data.picture.Picture;
import dev.lamina.data.picture.PictureFault;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder with a folder of pictures for each class, at any depth below it; classes and pictures in the order of their
 * names.
 * @param size the side of the squares to make, or empty to demand pictures of one size
 */
record ClassFolders(Path folder, List<ClassFolder> classes, Optional<Integer> size) {
    static final DataCard CARD = DataCard.withoutFiles(
            "image-folder",
            Message.of("data.imageFolderTitle"),
            Message.of("data.imageFolder"),
            Message.of("data.yourLicense"),
            Message.of("data.noCitation"));
    private static final double GIBIBYTE = 1 << 30;

    /** The pictures of one class, and what else lies there. */
    record ClassFolder(String name, Path path, PictureListing listing) {}

    static ClassFolders in(Path folder, Optional<Integer> size) {
        List<ClassFolder> classes = PictureListing.folders(folder).stream()
                .map(path -> new ClassFolder(PictureName.of(path), path, PictureListing.below(path)))
                .toList();
        return new ClassFolders(folder, classes, size);
    }

    List<String> classNames() {
        return classes.stream().map(ClassFolder::name).toList();
    }

    /** The number of pictures of each of the classes named. */
    int[] histogram(List<String> names) {
        int[] counts = new int[names.size()];
        classes.forEach(
                c -> counts[names.indexOf(c.name())] = c.listing().pictures().size());
        return counts;
    }

    int pictures() {
        return classes.stream().mapToInt(c -> c.listing().pictures().size()).sum();
    }

    /** The shape that all pictures have, or are brought to. */
    Shape shape() {
        if (size.isPresent()) {
            return Shape.of(3, size.get(), size.get());
        }
        Path first = classes.stream()
                .flatMap(c -> c.listing().pictures().stream())
                .findFirst()
                .orElseThrow();
        try {
            Picture.Size found = Picture.size(SourceFile.read(first).content());
            return Shape.of(3, found.height(), found.width());
        } catch (PictureFault e) {
            throw new BadInputException(e.problem().at(first), e);
        }
    }

    /** All pictures; each must have, or is brought to, the shape. */
    ImageDataset read(Message name, Shape shape, List<String> names) {
        requireMemory(shape);
        List<LabeledImages> parts = new ArrayList<>();
        for (ClassFolder part : classes) {
            parts.add(readClass(part, names.indexOf(part.name()), shape));
        }
        LabeledImages all = LabeledImages.joined(parts);
        Provenance provenance = new Provenance(CARD.id(), all.files(), Picture.READING_VERSION);
        return ImageDataset.ofImages(name, shape, names, all.labels(), all.pixels(), provenance);
    }

    private void requireMemory(Shape shape) {
        long most = Runtime.getRuntime().maxMemory();
        if (shape.size() * pictures() > most) {
            throw new BadInputException(Message.of(
                            "data.picturesTooLarge",
                            pictures(),
                            shape,
                            shape.size() / GIBIBYTE * pictures(),
                            most / GIBIBYTE)
                    .at(folder));
        }
    }

    private LabeledImages readClass(ClassFolder part, int label, Shape shape) {
        List<Path> pictures = part.listing().pictures();
        byte[][] pixels = new byte[pictures.size()][];
        int[] labels = new int[pixels.length];
        var digest = Sha256.digest();
        long bytes = 0;
        for (int i = 0; i < pixels.length; i++) {
            SourceFile file = SourceFile.read(pictures.get(i));
            pixels[i] = pixels(file, shape);
            labels[i] = label;
            digest.update(file.content());
            bytes += file.content().length;
        }
        return new LabeledImages(
                labels, pixels, List.of(new DataFile(part.path().toString(), bytes, Sha256.hex(digest))));
    }

    private byte[] pixels(SourceFile file, Shape shape) {
        try {
            Picture picture = Picture.decode(file.content());
            if (size.isPresent()) {
                return picture.square(size.get());
            }
            if (picture.height() != shape.axis(1) || picture.width() != shape.axis(2)) {
                throw new BadInputException(
                        Message.of("data.otherSize", picture.width(), picture.height(), shape.axis(2), shape.axis(1))
                                .at(file.path()));
            }
            return picture.bytes();
        } catch (PictureFault e) {
            throw new BadInputException(e.problem().at(file.path()), e);
        } catch (OutOfMemoryError e) {
            throw new BadInputException(
                    Message.of("data.noMemory", file.content().length).at(file.path()), e);
        }
    }
}
