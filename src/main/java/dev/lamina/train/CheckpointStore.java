package dev.lamina.train;

/** Keeps checkpoints where a later process finds them; an older one stays until the new one is complete. */
public interface CheckpointStore {
    /**
     * Takes a checkpoint in as the newest one, or as the newest and best. Its arrays hold other values soon after.
     *
     * @return where it lies, in words for a person
     * @throws dev.lamina.tensor.BadInputException if it cannot be written; the older ones are untouched
     */
    String save(Checkpoint checkpoint, CheckpointKind kind);
}
