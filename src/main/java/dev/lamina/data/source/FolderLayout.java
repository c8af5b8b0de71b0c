package dev.lamina.data.source;

import dev.lamina.data.DataNotice;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.data.ValidationSplit;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a folder of pictures holds: folders of classes, for training alone, or beside others for validation and testing.
 * @param testFraction of each class, kept for testing where there are no pictures for it
 */
record FolderLayout(
        Path folder,
        Optional<SplitFolders> split,
        ClassFolders training,
        Optional<ClassFolders> validation,
        Optional<ClassFolders> test,
        double testFraction) {
    /** @throws BadInputException if there are fewer than two classes, or the parts have different ones */
    static FolderLayout of(Path folder, Optional<Integer> size, double testFraction) {
        Optional<SplitFolders> split = SplitFolders.in(folder);
        FolderLayout layout = new FolderLayout(
                folder,
                split,
                ClassFolders.in(split.map(SplitFolders::training).orElse(folder), size),
                split.flatMap(SplitFolders::validation).map(path -> ClassFolders.in(path, size)),
                split.flatMap(SplitFolders::test).map(path -> ClassFolders.in(path, size)),
                testFraction);
        layout.requireClasses();
        layout.requirePictures();
        return layout;
    }

    private void requireClasses() {
        List<String> classes = training.classNames();
        if (classes.size() < 2) {
            Message few = classes.isEmpty()
                    ? Message.of("data.noClass")
                    : Message.of("data.oneClass", training.classes().getFirst().path());
            throw new BadInputException(few.at(training.folder()));
        }
        for (ClassFolders part : measured().toList()) {
            List<String> unknown = part.classNames().stream()
                    .filter(name -> !classes.contains(name))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new BadInputException(Message.of(
                                "data.otherClasses",
                                PictureName.of(part.folder()),
                                PictureName.of(training.folder()),
                                DataNotice.names(unknown))
                        .at(folder));
            }
        }
    }

    private Stream<ClassFolders> measured() {
        return Stream.concat(validation.stream(), test.stream());
    }

    private void requirePictures() {
        if (split.isEmpty()) {
            training.classes().stream()
                    .filter(c -> c.listing().pictures().isEmpty())
                    .findFirst()
                    .ifPresent(c -> {
                        throw noPictures(c.path(), c.listing().others(), Message.of("data.removeClassFolder"));
                    });
        }
        for (ClassFolders part : Stream.concat(Stream.of(training), measured()).toList()) {
            if (part.pictures() == 0) {
                List<Path> others = part.classes().stream()
                        .flatMap(c -> c.listing().others().stream())
                        .toList();
                throw noPictures(part.folder(), others, Message.of("data.removeFolder"));
            }
        }
        long kept = testSize();
        if (test.isEmpty() && (kept < 1 || kept >= training.pictures())) {
            throw new BadInputException(Message.of("data.testPartEmpty", testFraction, training.pictures())
                    .at("image-folder.testFraction"));
        }
    }

    private static BadInputException noPictures(Path folder, List<Path> others, Message otherwise) {
        Message none = others.isEmpty()
                ? Message.of("data.noPictures", otherwise)
                : Message.of(
                        "data.noPicturesAmong",
                        otherwise,
                        DataNotice.counts(byEnding(others), "data.filesWithoutEnding"));
        return new BadInputException(none.at(folder));
    }

    private long testSize() {
        return Math.round(testFraction * training.pictures());
    }

    DataOutline outline() {
        return new DataOutline(
                training.shape(),
                training.classNames(),
                Math.toIntExact(test.isPresent() ? training.pictures() : training.pictures() - testSize()),
                validation.map(v -> v.folder().toString()),
                notices());
    }

    TrainTest load(String name) {
        Shape shape = training.shape();
        List<String> classes = training.classNames();
        Message trainingPart = Message.of("data.trainingPart", name);
        ImageDataset own = validation
                .map(part -> part.read(Message.verbatim(name + " " + PictureName.of(part.folder())), shape, classes))
                .orElse(null);
        if (test.isPresent()) {
            return new TrainTest(
                    training.read(trainingPart, shape, classes),
                    own,
                    test.get().read(Message.of("data.testPart", name), shape, classes),
                    notices());
        }
        ImageDataset all = training.read(split.isPresent() ? trainingPart : Message.verbatim(name), shape, classes);
        ValidationSplit.Parts parts = ValidationSplit.ofFraction(testFraction).apply(all, new Seeds(0));
        return new TrainTest(parts.training(), own, parts.validation(), notices());
    }

    private List<DataNotice> notices() {
        List<String> classes = training.classNames();
        int[] trained = training.histogram(classes);
        int[] tested = test.map(part -> part.histogram(classes)).orElseGet(() -> takeTestPart(trained));
        List<DataNotice> notices = new ArrayList<>();
        notices.add(new DataNotice.Found(
                Arrays.stream(trained).sum(),
                validation.map(ClassFolders::pictures).orElse(0),
                Arrays.stream(tested).sum(),
                classes.size()));
        if (split.isPresent() && test.isEmpty()) {
            notices.add(new DataNotice.TestKept(PictureName.of(training.folder()), testFraction));
        }
        split.map(SplitFolders::others)
                .filter(others -> !others.isEmpty())
                .ifPresent(others -> notices.add(beside(others)));
        leftOut().ifPresent(notices::add);
        notices.addAll(DataNotice.coverage(classes, trained, tested));
        return notices;
    }

    /** The number of each class that is kept for testing, which is taken off the histogram. */
    private int[] takeTestPart(int[] histogram) {
        int[] kept = ValidationSplit.quotas(histogram, Math.toIntExact(testSize()));
        Arrays.setAll(histogram, label -> histogram[label] - kept[label]);
        return kept;
    }

    private static DataNotice beside(List<Path> others) {
        int files = others.stream()
                .map(PictureListing::below)
                .mapToInt(found -> found.pictures().size() + found.others().size())
                .sum();
        return new DataNotice.FoldersLeftOut(
                others.stream().map(PictureName::of).toList(), files);
    }

    /** What lies in and beside the class folders and is not read. */
    private Optional<DataNotice> leftOut() {
        List<ClassFolders> parts =
                Stream.concat(Stream.of(training), measured()).toList();
        Stream<Path> beside = Stream.concat(Stream.of(folder), parts.stream().map(ClassFolders::folder))
                .distinct()
                .flatMap(path -> PictureListing.files(path).stream());
        Stream<Path> within =
                parts.stream().flatMap(part -> part.classes().stream()).flatMap(c -> c.listing().others().stream());
        List<Path> files = Stream.concat(beside, within).toList();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> byEnding = byEnding(files);
        Map<String, Integer> byFolder = files.stream()
                .map(file -> String.valueOf(folder.relativize(file).getParent()).replace('\\', '/'))
                .collect(Collectors.toMap(f -> f.equals("null") ? "." : f, f -> 1, Integer::sum, TreeMap::new));
        // A readable picture that is left out lies beside the class folders.
        List<String> pictures =
                byEnding.keySet().stream().filter(PictureName::isOtherPicture).toList();
        return Optional.of(new DataNotice.LeftOut(byEnding, byFolder, pictures));
    }

    private static Map<String, Integer> byEnding(List<Path> files) {
        return files.stream().collect(Collectors.toMap(PictureName::ending, f -> 1, Integer::sum, TreeMap::new));
    }
}
