package dev.lamina.train;

/** Why a checkpoint is kept. */
public enum CheckpointKind {
    /** The newest. */
    LAST("last"),
    /** The best by validation accuracy; it is the newest too when it is written. */
    BEST("best");

    private final String id;

    CheckpointKind(String id) {
        this.id = id;
    }

    /** As in events and files. */
    public String id() {
        return id;
    }
}
