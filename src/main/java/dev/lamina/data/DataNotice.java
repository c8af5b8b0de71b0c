package dev.lamina.data;

import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Something to be said of data that can be used: what was found, what is left out, which classes go short. */
public sealed interface DataNotice {
    /** How many names a line holds; more are counted. */
    int MOST_NAMES = 8;

    Message message();

    /** Whether it is likely that somebody wanted something else. */
    default boolean warns() {
        return true;
    }

    /** What a line of it begins with on a terminal. */
    default String kind() {
        return warns() ? "warning" : "note";
    }

    /** How many pictures are there for what. */
    record Found(int training, int validation, int test, int classes) implements DataNotice {
        @Override
        public Message message() {
            return validation == 0
                    ? Message.of("data.found", training, test, classes)
                    : Message.of("data.foundWithValidation", training, validation, test, classes);
        }

        @Override
        public boolean warns() {
            return false;
        }
    }

    /** The set has a training folder and none for testing, so a part of it is kept. */
    record TestKept(String folder, double fraction) implements DataNotice {
        @Override
        public Message message() {
            return Message.of("data.testKept", fraction, folder);
        }

        @Override
        public boolean warns() {
            return false;
        }
    }

    /**
     * Files that are not read.
     *
     * @param byEnding how many with each, such as ".webp"; "" for files without
     * @param byFolder how many in each, relative to the data set's
     * @param pictureEndings those of byEnding that pictures have
     */
    record LeftOut(Map<String, Integer> byEnding, Map<String, Integer> byFolder, List<String> pictureEndings)
            implements DataNotice {
        public LeftOut {
            byEnding = Collections.unmodifiableMap(new TreeMap<>(byEnding));
            byFolder = Collections.unmodifiableMap(new TreeMap<>(byFolder));
            pictureEndings = List.copyOf(pictureEndings);
        }

        @Override
        public Message message() {
            Message files = counts(byEnding, "data.withoutEnding");
            Message folders = names(byFolder.entrySet().stream()
                    .map(entry -> Message.of("data.inFolder", entry.getKey(), entry.getValue()))
                    .toList());
            return warns()
                    ? Message.of("data.picturesLeftOut", files, folders, names(pictureEndings))
                    : Message.of("data.leftOut", files, folders);
        }

        @Override
        public boolean warns() {
            return !pictureEndings.isEmpty();
        }
    }

    /** Folders beside those named train, val and test. */
    record FoldersLeftOut(List<String> folders, int files) implements DataNotice {
        public FoldersLeftOut {
            folders = List.copyOf(folders);
        }

        @Override
        public Message message() {
            return Message.of("data.foldersLeftOut", names(folders), files);
        }
    }

    /** Classes that occur in one part and not in the other. */
    record ClassesWithout(Part part, List<String> classes) implements DataNotice {
        /** What a class can lack. */
        public enum Part {
            TRAINING,
            TEST
        }

        public ClassesWithout {
            classes = List.copyOf(classes);
        }

        @Override
        public Message message() {
            return switch (part) {
                case TRAINING -> Message.of("data.untrained", names(classes));
                case TEST -> Message.of("data.untested", names(classes));
            };
        }
    }

    /** Which classes go short, by the number of examples of each. */
    static List<DataNotice> coverage(List<String> classes, int[] training, int[] test) {
        List<DataNotice> notices = new ArrayList<>();
        for (ClassesWithout.Part part : ClassesWithout.Part.values()) {
            int[] counts = part == ClassesWithout.Part.TRAINING ? training : test;
            List<String> without = IntStream.range(0, counts.length)
                    .filter(label -> counts[label] == 0)
                    .mapToObj(classes::get)
                    .toList();
            if (!without.isEmpty()) {
                notices.add(new ClassesWithout(part, without));
            }
        }
        return notices;
    }

    /** As a list of at most {@link #MOST_NAMES}, longer ones with the number of all. */
    static Message names(List<?> names) {
        List<?> first = names.stream().limit(MOST_NAMES).toList();
        return names.size() > MOST_NAMES
                ? Message.of("data.firstNames", first, names.size())
                : Message.of("data.names", first);
    }

    /**
     * "12 .webp, 3 .txt", no more than {@link #names} shows.
     * @param unnamedKey of what is said of the number at the empty key
     */
    static Message counts(Map<String, Integer> counts, String unnamedKey) {
        return names(counts.entrySet().stream()
                .map(entry -> entry.getKey().isEmpty()
                        ? Message.of(unnamedKey, entry.getValue())
                        : Message.of("data.ofEnding", entry.getValue(), entry.getKey()))
                .toList());
    }
}
