package dev.lamina.experiment;

import dev.lamina.archive.StoredRun;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.source.GivenPictures;
import dev.lamina.message.Message;
import dev.lamina.probe.Prediction;
import dev.lamina.probe.Predictor;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a trained run takes pictures for.
 *
 * @param checkpoint which one was asked, in words
 * @param classes names of the classes, in the order of a prediction's scores
 * @param unread a line for each picture that could not be read
 */
public record PredictionReport(
        Message checkpoint, Predictor.Score score, List<String> classes, List<Answer> answers, List<Message> unread) {
    /** One picture's. */
    public record Answer(Path file, Prediction prediction) {}

    /**
     * Reads pictures and asks the run's network.
     *
     * @param given pictures, and folders with pictures at any depth
     * @param threads instead of the run's own
     * @throws BadInputException if the folder is no single run or has no checkpoint, its data is not what it was or is no
     *     pictures, or a folder holds none
     */
    public static PredictionReport of(
            StoredRun stored, List<Path> given, CheckpointChoice choice, DataLocation where, OptionalInt threads) {
        try (TrainedRun run = TrainedRun.open(stored, choice, where, threads)) {
            ImageDataset training = run.plan().data().training();
            if (!training.holdsImages()) {
                throw new BadInputException(Message.of("experiment.predictsNoPictures")
                        .at(stored.folder().path()));
            }
            GivenPictures pictures = GivenPictures.read(given, training.exampleShape(), training.classNames());
            Predictor predictor = new Predictor(run.context());
            List<Prediction> predictions = predictor.predict(pictures.images());
            List<Answer> answers = IntStream.range(0, predictions.size())
                    .mapToObj(i -> new Answer(pictures.files().get(i), predictions.get(i)))
                    .toList();
            return new PredictionReport(
                    run.checkpoint(), predictor.score(), training.classNames(), answers, pictures.unread());
        }
    }

    public PredictionReport {
        classes = List.copyOf(classes);
        answers = List.copyOf(answers);
        unread = List.copyOf(unread);
    }

    /** The likeliest classes of an answer with their scores, the first decided for. */
    public List<Scored> likeliest(Answer answer, int most) {
        List<Scored> likeliest = new ArrayList<>();
        for (int k : answer.prediction().ranked().subList(0, Math.min(most, classes.size()))) {
            likeliest.add(new Scored(classes.get(k), answer.prediction().scores()[k]));
        }
        return likeliest;
    }

    /** A class's name and score. */
    public record Scored(String name, double score) {}
}
