package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.data.DataNotice;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Provenance;
import dev.lamina.data.TrainTest;
import dev.lamina.data.ValidationSplit;
import dev.lamina.data.picture.Picture;
import dev.lamina.data.picture.PictureFiles;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of pictures as people have them: nested, split, with other things between. */
class PeoplesFoldersTest {
    private static final int SIDE = 4;

    @TempDir
    Path root;

    @Test
    void flatFoldersOfColorPicturesKeepTheirHash() throws IOException {
        byte[][] pixels = new byte[6][3 * SIDE * SIDE];
        String[] names = {"a/Z.png", "a/b.png", "a/ü.png", "c/1.png", "c/10.png", "c/2.png"};
        for (int i = 0; i < names.length; i++) {
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < SIDE * SIDE; p++) {
                int red = (i * 41 + p * 13) & 0xff;
                image.setRGB(p % SIDE, p / SIDE, red << 16 | (red ^ 0x5a) << 8 | 255 - red);
                pixels[i][p] = (byte) red;
                pixels[i][SIDE * SIDE + p] = (byte) (red ^ 0x5a);
                pixels[i][2 * SIDE * SIDE + p] = (byte) (255 - red);
            }
            write(names[i], image, "png");
        }
        int[] labels = {0, 0, 0, 1, 1, 1};
        Provenance nowhere = new Provenance("", List.of());
        ImageDataset all = ImageDataset.ofImages(
                Message.verbatim("all"), Shape.of(3, SIDE, SIDE), List.of("a", "c"), labels, pixels, nowhere);
        ValidationSplit.Parts parts = ValidationSplit.ofFraction(0.5).apply(all, new Seeds(0));
        TrainTest found = folder(0.5).load(where());
        assertEquals(parts.training().contentSha256(), found.training().contentSha256());
        assertEquals(parts.validation().contentSha256(), found.test().contentSha256());
        assertEquals(Picture.READING_VERSION, found.training().provenance().readingVersion());
    }

    @Test
    void equalPicturesHaveEqualHashesHoweverTheyAreStored() throws IOException {
        for (String kind : List.of("gray", "color")) {
            for (int i = 0; i < 4; i++) {
                BufferedImage image = new BufferedImage(
                        SIDE, SIDE, kind.equals("gray") ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
                for (int p = 0; p < SIDE * SIDE; p++) {
                    int value = 16 * p + i;
                    image.getRaster().setPixel(p % SIDE, p / SIDE, new int[] {value, value, value});
                }
                write(kind + "/" + "ab".charAt(i % 2) + "/" + i + ".png", image, "png");
            }
        }
        TrainTest gray = new ImageFolder("pets/gray", null, 0.5).load(where());
        TrainTest color = new ImageFolder("pets/color", null, 0.5).load(where());
        assertEquals(color.training().contentSha256(), gray.training().contentSha256());
        assertEquals(color.test().contentSha256(), gray.test().contentSha256());
    }

    @Test
    void picturesInFoldersInAClassAreRead() throws IOException {
        picture("cat/1.png", 1);
        picture("cat/session2/morning/2.JPG", 2);
        picture("cat/session2/3.jfif", 3);
        picture("dog/4.bmp", 4);
        picture("dog/5.TIFF", 5);
        TrainTest data = folder(0.4).load(where());
        assertEquals(5, data.training().size() + data.test().size());
        assertEquals(List.of("3 training and 2 test pictures found in 2 classes"), lines(data.notices()));
    }

    @Test
    void whatIsLeftOutIsCountedByEndingAndByFolder() throws IOException {
        picture("cat/1.png", 1);
        picture("cat/2.png", 1);
        picture("dog/1.png", 1);
        picture("dog/2.png", 1);
        for (String other : List.of(
                "cat/3.webp",
                "cat/4.WEBP",
                "dog/old/5.heic",
                "labels.csv",
                "dog/notes",
                "cat/.DS_Store",
                "dog/Thumbs.db",
                "cat/._1.png",
                "__MACOSX/cat/1.png",
                ".git/config")) {
            Files.createDirectories(pets(other).getParent());
            Files.writeString(pets(other), "something");
        }
        List<DataNotice> notices = folder(0.5).outline(where()).notices();
        assertEquals(
                List.of(
                        "2 training and 2 test pictures found in 2 classes",
                        "left out: 1 without an ending, 1 .csv, 1 .heic, 2 .webp (.: 1, cat: 2, dog: 1, dog/old: 1);"
                                + " convert .heic, .webp to PNG or JPEG to have them read"),
                lines(notices));
        assertEquals(
                List.of("note", "warning"),
                notices.stream().map(DataNotice::kind).toList());
    }

    @Test
    void ofManyEndingsAndFoldersALineShowsAFew() throws IOException {
        picture("cat/1.png", 1);
        picture("cat/2.png", 1);
        picture("dog/1.png", 1);
        picture("dog/2.png", 1);
        for (int i = 10; i < 30; i++) {
            Files.createDirectories(pets("cat/" + i));
            Files.writeString(pets("cat/" + i + "/x.a" + i), "something");
        }
        String line = lines(folder(0.5).outline(where()).notices()).get(1);
        assertTrue(line.startsWith("left out: 1 .a10, 1 .a11, "), line);
        assertTrue(line.contains("1 .a17, … (20) (cat/10: 1, "), line);
        assertTrue(line.endsWith("cat/17: 1, … (20))"), line);
    }

    @ParameterizedTest
    @CsvSource({"train, val, test", "Training, Validation, Testing", "TRAIN, valid, TEST", "training, VAL, test"})
    void usualNamesOfSplitsAreUnderstood(String train, String val, String test) throws IOException {
        for (String part : List.of(train, val, test)) {
            picture(part + "/cat/1.png", 10);
            picture(part + "/dog/1.png", 20);
        }
        picture(train + "/dog/2.png", 30);
        TrainTest data = folder(0.5).load(where());
        ImageDataset validation = Objects.requireNonNull(data.validation());
        assertArrayEquals(new int[] {1, 2}, data.training().classHistogram());
        assertArrayEquals(new int[] {1, 1}, validation.classHistogram());
        assertArrayEquals(new int[] {1, 1}, data.test().classHistogram());
        assertEquals(List.of("3 training, 2 validation and 2 test pictures found in 2 classes"), lines(data.notices()));
        assertEquals(validation, DataParts.of(data, null, new Seeds(1)).validation());
    }

    @Test
    void withoutAFolderForTestingAPartOfTrainIsKept() throws IOException {
        for (int i = 0; i < 4; i++) {
            picture("train/cat/" + i + ".png", i);
            picture("train/dog/" + i + ".png", i);
        }
        picture("val/cat/1.png", 1);
        picture("val/dog/1.png", 1);
        picture("extra/1.png", 1);
        TrainTest data = folder(0.25).load(where());
        assertEquals(6, data.training().size());
        assertEquals(2, data.test().size());
        assertEquals(
                List.of(
                        "6 training, 2 validation and 2 test pictures found in 2 classes",
                        "no folder test: the part 0.25 of train is kept for testing",
                        "left out: extra beside the training folder (files: 1); only train, val and test are read"),
                lines(data.notices()));
    }

    @Test
    void aValidationFolderAndAPartOfTheTrainingSetExcludeEachOther() throws IOException {
        for (String part : List.of("train", "val", "test")) {
            picture(part + "/cat/1.png", 1);
            picture(part + "/dog/1.png", 1);
        }
        ValidationSplit split = ValidationSplit.ofCount(1);
        TrainTest data = folder(0.5).load(where());
        DataOutline outline = folder(0.5).outline(where());
        for (String message : List.of(
                message(() -> DataParts.of(data, split, new Seeds(1))), message(() -> outline.requireFit(split)))) {
            assertTrue(message.startsWith("data.validation: ") && message.contains("; "), message);
        }
    }

    @Test
    void classesWithoutATrainingOrTestPictureAreNamed() throws IOException {
        IntStream.range(0, 5).forEach(i -> picture("c" + i + "/1.png", i));
        List<DataNotice> outlined = folder(0.2).outline(where()).notices();
        TrainTest data = folder(0.2).load(where());
        assertEquals(outlined, data.notices());
        int kept = data.test().label(0);
        assertEquals(
                "classes without a training example, which are never learned: c" + kept,
                lines(outlined).get(1));
        assertTrue(lines(outlined).get(2).startsWith("classes without a test example, which are never tested: c"));
    }

    @Test
    void aClassThatIsOnlyTrainedIsAWarningAndOneThatIsOnlyTestedAnError() throws IOException {
        for (String file :
                List.of("train/cat/1.png", "train/dog/1.png", "train/owl/1.png", "test/cat/1.png", "test/owl/1.png")) {
            picture(file, 1);
        }
        TrainTest data = folder(0.5).load(where());
        assertArrayEquals(new int[] {1, 0, 1}, data.test().classHistogram());
        assertEquals(
                "classes without a test example, which are never tested: dog",
                lines(data.notices()).getLast());
        picture("test/emu/1.png", 1);
        assertEquals(
                pets("") + ": test has classes that train lacks: emu; give both the same folders",
                message(() -> folder(0.5).load(where())));
    }

    @Test
    void aClassMayBeNamedTrain() throws IOException {
        picture("train/1.png", 1);
        picture("train/2.png", 1);
        picture("bus/1.png", 1);
        picture("bus/2.png", 1);
        assertEquals(List.of("bus", "train"), folder(0.5).outline(where()).classNames());
    }

    @Test
    void namesAreComposedSoThatEveryFileSystemGivesOneOrder() throws IOException {
        picture(Normalizer.normalize("train/é/1.png", Normalizer.Form.NFD), 1);
        picture("train/z/1.png", 2);
        picture(Normalizer.normalize("test/é/1.png", Normalizer.Form.NFC), 3);
        picture("test/z/1.png", 4);
        assertEquals(List.of("z", "é"), folder(0.5).load(where()).test().classNames());
    }

    @Test
    void foldersThatCannotBeUsedAreToldWithARemedy() throws IOException {
        picture("only/cat/1.png", 1);
        picture("only/dog/1.png", 1);
        assertTrue(message(() -> folder(0.5).outline(where())).contains("or set the path to " + pets("only")));
        Files.move(pets("only"), pets("test"));
        assertTrue(message(() -> folder(0.5).outline(where())).contains("holds test and nothing to train on; name"));
        picture("train/cat/1.png", 1);
        picture("training/cat/1.png", 1);
        assertTrue(message(() -> folder(0.5).outline(where())).contains("train and training, which mean the same"));
    }

    @Test
    void aClassOfOtherFormatsSaysWhichTheyAre() throws IOException {
        picture("cat/1.png", 1);
        Files.createDirectories(pets("dog"));
        Files.writeString(pets("dog/1.webp"), "something");
        assertTrue(message(() -> folder(0.5).outline(where())).contains("picture (there are 1 .webp); add some"));
    }

    @Test
    void damagedPicturesOfEveryFormatAreNamed() throws IOException {
        for (String name : List.of("png", "jpg", "gif", "bmp", "tif")) {
            picture("cat/1.png", 1);
            picture("cat/2.png", 2);
            picture("dog/1.png", 3);
            picture("dog/2." + name, 4);
            byte[] whole = Files.readAllBytes(pets("dog/2." + name));
            Files.write(pets("dog/2." + name), Arrays.copyOf(whole, whole.length / 2));
            String message = message(() -> folder(0.5).load(where()));
            assertTrue(message.startsWith(pets("dog/2." + name) + ": ") && message.contains("; replace"), message);
            Files.delete(pets("dog/2." + name));
        }
    }

    private static List<String> lines(List<DataNotice> notices) {
        return notices.stream().map(notice -> notice.message().toString()).toList();
    }

    private static String message(Executable work) {
        return String.valueOf(assertThrows(BadInputException.class, work).getMessage());
    }

    private ImageFolder folder(double testFraction) {
        return new ImageFolder("pets", null, testFraction);
    }

    private DataLocation where() {
        return new DataLocation(List.of(root), root);
    }

    private Path pets(String name) {
        return root.resolve("pets").resolve(name);
    }

    /** A picture in one color, in the format of its ending. */
    private void picture(String name, int color) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, color * 0x010305);
        }
        String ending = PictureName.ending(Path.of(name)).substring(1);
        write(
                name,
                image,
                switch (ending) {
                    case "jpg", "jfif" -> "jpeg";
                    case "tif" -> "tiff";
                    default -> ending;
                });
    }

    private void write(String name, BufferedImage image, String format) {
        try {
            Files.createDirectories(pets(name).getParent());
            Files.write(pets(name), PictureFiles.written(image, format));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
