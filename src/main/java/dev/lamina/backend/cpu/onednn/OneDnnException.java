package dev.lamina.backend.cpu.onednn;

/** A oneDNN call that failed: which one, with what status, on what. */
public final class OneDnnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    OneDnnException(String call, int status, String what) {
        super(call + ": " + meaning(status) + (what.isEmpty() ? "" : " (" + what + ")"));
        this.status = status;
    }

    /** Whether oneDNN has no implementation for what was asked, as against an error in the asking. */
    public boolean isUnimplemented() {
        return status == 3;
    }

    private static String meaning(int status) {
        return switch (status) {
            case 1 -> "out of memory";
            case 2 -> "invalid arguments";
            case 3 -> "not implemented";
            case 4 -> "last implementation reached";
            case 5 -> "runtime error";
            default -> "status " + status;
        };
    }
}
