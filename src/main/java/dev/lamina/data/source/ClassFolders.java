package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Sha256;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder with a folder of pictures for each class; classes and pictures in the order of their names.
 * @param size the side of the squares to make, or empty to demand pictures of one size
 */
record ClassFolders(Path folder, List<Path> classFolders, Optional<Integer> size) {
    static ClassFolders in(Path folder, Optional<Integer> size) {
        List<Path> classFolders = list(folder, f -> Files.isDirectory(f) && !isHidden(f));
        if (classFolders.size() < 2) {
            throw new BadInputException(folder + ": holds " + classFolders.size()
                    + " class folders; make one folder per class, at least two");
        }
        return new ClassFolders(folder, classFolders, size);
    }

    List<String> classNames() {
        return classFolders.stream().map(ClassFolders::name).toList();
    }

    DataOutline outline() {
        Path first = pictures(classFolders.getFirst()).getFirst();
        RgbImage picture = sized(RgbImage.decode(SourceFile.read(first)));
        return new DataOutline(Shape.of(3, picture.height(), picture.width()), classNames());
    }

    /** All pictures; each must have, or is brought to, the outline's size. */
    ImageDataset read(String name, DataOutline outline) {
        List<LabeledImages> classes = new ArrayList<>();
        for (int label = 0; label < classFolders.size(); label++) {
            classes.add(readClass(classFolders.get(label), label, outline.exampleShape()));
        }
        return LabeledImages.joined(classes)
                .dataset(name, ImageFolder.CARD, outline.exampleShape(), outline.classNames());
    }

    private LabeledImages readClass(Path classFolder, int label, Shape shape) {
        List<Path> pictures = pictures(classFolder);
        byte[][] pixels = new byte[pictures.size()][];
        int[] labels = new int[pixels.length];
        var digest = Sha256.digest();
        long bytes = 0;
        for (int i = 0; i < pixels.length; i++) {
            SourceFile file = SourceFile.read(pictures.get(i));
            RgbImage picture = sized(RgbImage.decode(file));
            if (picture.height() != shape.axis(1) || picture.width() != shape.axis(2)) {
                throw new BadInputException(file.path() + ": is " + picture.width() + "×" + picture.height()
                        + " pixels, the first picture " + shape.axis(2) + "×" + shape.axis(1)
                        + "; set image-folder.size to bring all to one size");
            }
            pixels[i] = picture.bytes();
            labels[i] = label;
            digest.update(file.content());
            bytes += file.content().length;
        }
        return new LabeledImages(
                labels, pixels, List.of(new DataFile(classFolder.toString(), bytes, Sha256.hex(digest))));
    }

    private RgbImage sized(RgbImage picture) {
        return size.map(picture::square).orElse(picture);
    }

    private static List<Path> pictures(Path classFolder) {
        List<Path> pictures = list(classFolder, f -> Files.isRegularFile(f) && !isHidden(f) && isPicture(f));
        if (pictures.isEmpty()) {
            throw new BadInputException(
                    classFolder + ": holds no PNG or JPEG picture; add some or remove the class folder");
        }
        return pictures;
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": cannot be listed (" + FileFault.reason(e) + "); check the folder and its permissions",
                    e);
        }
    }

    private static boolean isHidden(Path file) {
        return name(file).startsWith(".");
    }

    private static boolean isPicture(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
