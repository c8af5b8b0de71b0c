package dev.lamina.data.source;

import dev.lamina.data.ImageDataset;
import dev.lamina.data.Provenance;
import dev.lamina.data.picture.Picture;
import dev.lamina.data.picture.PictureFault;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures that nobody has labeled, as inputs of a network: brought to its squares as {@link ImageFolder} brings its own, the
 * shorter side scaled and the middle cropped; for one channel the luma 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), rounded.
 *
 * @param files those that could be read, in the order given, of a folder all pictures below it in the order of their names
 * @param images of them; nobody knows their labels, which are 0
 * @param unread why the others could not be read
 */
public record GivenPictures(List<Path> files, ImageDataset images, List<Message> unread) {
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    public GivenPictures {
        files = List.copyOf(files);
        unread = List.copyOf(unread);
    }

    /**
     * Reads pictures and folders of pictures.
     *
     * @param shape of an input, [3, H, W] or [1, H, W]
     * @throws BadInputException if a folder cannot be listed or holds no pictures, or the input is no picture
     */
    public static GivenPictures read(List<Path> given, Shape shape, List<String> classNames) {
        int channels = shape.axis(0);
        if (channels != 1 && channels != 3) {
            throw new BadInputException(Message.of("data.noPictureInput", shape));
        }
        List<Path> files = new ArrayList<>();
        List<byte[]> pixels = new ArrayList<>();
        List<Message> unread = new ArrayList<>();
        for (Path file : listed(given)) {
            try {
                pixels.add(pixels(file, shape));
                files.add(file);
            } catch (BadInputException e) {
                unread.add(e.problem());
            }
        }
        ImageDataset images = ImageDataset.ofImages(
                Message.of("data.givenPictures"),
                shape,
                classNames,
                new int[files.size()],
                pixels.toArray(byte[][]::new),
                new Provenance(ClassFolders.CARD.id(), List.of(), Picture.READING_VERSION));
        return new GivenPictures(files, images, unread);
    }

    private static List<Path> listed(List<Path> given) {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            List<Path> below = PictureListing.below(path).pictures();
            if (below.isEmpty()) {
                throw new BadInputException(Message.of("data.noPicturesBelow").at(path));
            }
            files.addAll(below);
        }
        return files;
    }

    private static byte[] pixels(Path file, Shape shape) {
        try {
            byte[] colors = fitting(Picture.decode(SourceFile.read(file).content()), file, shape);
            return shape.axis(0) == 1 ? luma(colors) : colors;
        } catch (PictureFault e) {
            throw new BadInputException(e.problem().at(file), e);
        }
    }

    /** [3·H·W]; a network whose inputs are no squares takes pictures of their size alone. */
    private static byte[] fitting(Picture picture, Path file, Shape shape) {
        int height = shape.axis(1);
        int width = shape.axis(2);
        if (picture.height() == height && picture.width() == width) {
            return picture.bytes();
        }
        if (height != width) {
            throw new BadInputException(
                    Message.of("data.notInputSize", picture.width(), picture.height(), width, height)
                            .at(file));
        }
        return picture.square(width);
    }

    private static byte[] luma(byte[] colors) {
        byte[] luma = new byte[colors.length / 3];
        for (int i = 0; i < luma.length; i++) {
            double sum = RED * (colors[i] & 0xff)
                    + GREEN * (colors[luma.length + i] & 0xff)
                    + BLUE * (colors[2 * luma.length + i] & 0xff);
            luma[i] = (byte) Math.round(sum);
        }
        return luma;
    }
}
