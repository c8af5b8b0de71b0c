package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.interop.Safetensors;
import dev.lamina.interop.TensorFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import dev.lamina.train.Checkpoint;
import dev.lamina.train.CheckpointKind;
import dev.lamina.train.CheckpointStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of a run: a folder step-00000790 each, with weights.safetensors, optimizer.safetensors and
 * progress.json, and an index.json that is replaced atomically when a folder is complete. Folders that the index no
 * longer names are removed afterwards.
 */
public record CheckpointFiles(Path folder, ResolvedNetwork network, long seed) implements CheckpointStore {
    static final String INDEX = "index.json";
    private static final String WEIGHTS = CheckpointRecord.WEIGHTS;
    private static final String OPTIMIZER = CheckpointRecord.OPTIMIZER;
    private static final String PROGRESS = CheckpointRecord.NAME;

    @Override
    public String save(Checkpoint checkpoint, CheckpointKind kind) {
        CheckpointIndex index = index();
        String name = index.free(checkpoint.progress().step());
        Path target = emptied(folder.resolve(name));
        Map<String, String> metadata =
                Map.of("step", String.valueOf(checkpoint.progress().step()));
        try {
            Map<String, String> sums = new TreeMap<>();
            sums.put(
                    WEIGHTS,
                    Safetensors.write(target.resolve(WEIGHTS), new TensorFile(checkpoint.weights(), metadata)));
            sums.put(
                    OPTIMIZER,
                    Safetensors.write(target.resolve(OPTIMIZER), new TensorFile(checkpoint.optimizer(), metadata)));
            JsonFile.write(
                    target.resolve(PROGRESS),
                    new CheckpointRecord(CheckpointRecord.FORMAT, seed, checkpoint.progress(), sums));
            CheckpointIndex next = new CheckpointIndex(name, kind == CheckpointKind.BEST ? name : index.best());
            JsonFile.write(folder.resolve(INDEX), next);
            index = next;
        } finally {
            // After a failure the index still names the older ones, and this removes the incomplete one.
            removeAllBut(index);
        }
        return target.toString();
    }

    /** Makes it, or empties what a process left that was killed before the index named it. */
    private Path emptied(Path target) {
        try {
            // Not the run's folder: where someone has taken that away, nothing comes back.
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
            if (Files.isDirectory(target)) {
                for (Path file : files(target)) {
                    Files.delete(file);
                }
            } else {
                Files.createDirectory(target);
            }
            return target;
        } catch (IOException e) {
            throw AtomicFile.unwritable(target, e);
        }
    }

    /** Adds to what is said of a checkpoint that cannot be used how to go on from another one, if that one is sound. */
    public BadInputException offering(CheckpointKind other, Message how, BadInputException unusable) {
        CheckpointIndex index = index();
        String name = other == CheckpointKind.BEST ? index.best() : index.last();
        try {
            return name == null
                            || index.best() == null
                            || index.best().equals(index.last())
                            || read(name).isEmpty()
                    ? unusable
                    : new BadInputException(unusable.problem().or(how), unusable);
        } catch (BadInputException _) {
            return unusable;
        }
    }

    /** The newest one. */
    public Optional<Checkpoint> last() {
        return read(index().last());
    }

    /** The weights of the newest one by name, whatever network they are of; empty if there is none. */
    public static Map<String, HostTensor> newestWeights(Path folder) {
        Path file = folder.resolve(INDEX);
        String last =
                Files.exists(file) ? JsonFile.read(file, CheckpointIndex.class).last() : null;
        return last == null ? Map.of() : finite(folder.resolve(last).resolve(WEIGHTS));
    }

    /** The best one by validation accuracy. */
    public Optional<Checkpoint> best() {
        return read(index().best());
    }

    private CheckpointIndex index() {
        Path file = folder.resolve(INDEX);
        return Files.exists(file) ? JsonFile.read(file, CheckpointIndex.class) : CheckpointIndex.EMPTY;
    }

    private Optional<Checkpoint> read(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        Path from = folder.resolve(name);
        CheckpointRecord record = progress(from);
        if (record.seed() != seed) {
            throw new BadInputException(
                    Message.of("archive.otherSeed", record.seed(), seed).at(from.resolve(PROGRESS)));
        }
        record.requireSound(from, from);
        Map<String, HostTensor> weights = finite(from.resolve(WEIGHTS));
        requireFit(from.resolve(WEIGHTS), weights);
        return Optional.of(new Checkpoint(record.progress(), weights, finite(from.resolve(OPTIMIZER))));
    }

    /** Where a checkpoint stands. */
    static CheckpointRecord progress(Path checkpoint) {
        return JsonFile.read(
                checkpoint.resolve(PROGRESS),
                CheckpointRecord.class,
                CheckpointRecord.FORMAT,
                CheckpointRecord::upgraded);
    }

    private static Map<String, HostTensor> finite(Path file) {
        Map<String, HostTensor> tensors = Safetensors.read(file).tensors();
        tensors.forEach((name, tensor) -> {
            if (!tensor.isFinite()) {
                throw new BadInputException(
                        Message.of("archive.notFinite", name).at(file));
            }
        });
        return tensors;
    }

    private void requireFit(Path file, Map<String, HostTensor> weights) {
        Map<String, Shape> wanted = new LinkedHashMap<>();
        for (NamedParameter parameter : network.parameters()) {
            wanted.put(parameter.name(), parameter.spec().shape());
        }
        for (NamedState state : network.state()) {
            wanted.put(state.name(), state.spec().shape());
        }
        wanted.forEach((name, shape) -> {
            HostTensor found = weights.get(name);
            if (found == null || !found.shape().equals(shape)) {
                throw new BadInputException((found == null
                                ? Message.of("archive.parameterMissing", name, shape)
                                : Message.of("archive.parameterOfOtherShape", name, found.shape(), shape))
                        .at(file));
            }
        });
        weights.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInputException(
                            Message.of("archive.parameterUnknown", name).at(file));
                });
    }

    private void removeAllBut(CheckpointIndex index) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                String name = entry.getFileName().toString();
                // Whatever else a person keeps here is not ours to remove.
                if (CheckpointIndex.isCheckpoint(name) && !index.names(name)) {
                    for (Path file : files(entry)) {
                        Files.delete(file);
                    }
                    Files.delete(entry);
                }
            }
        } catch (IOException _) {
            // What cannot be removed now is in nobody's way and goes with the next checkpoint.
        }
    }

    private static List<Path> files(Path checkpoint) throws IOException {
        try (Stream<Path> files = Files.list(checkpoint)) {
            return files.toList();
        }
    }
}
