package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.file.AtomicFile;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a copy of changes that were not saved, so that they outlive the program: one for each window and document. Nobody
 * but the window that holds a copy's claim writes it or deletes it.
 *
 * <pre>
 *   unsaved/unsaved-ID.json          the copy
 *   unsaved/unsaved-ID.lock          locked by the window that it belongs to
 *   unsaved/unreadable/…             copies that this version cannot read
 * </pre>
 */
final class Recovery {
    private static final System.Logger LOG = System.getLogger(Recovery.class.getName());

    private final Path folder;
    private final Path onlyCopy;
    private @Nullable CopyClaim claim;
    private @Nullable ExperimentDocument owner;
    private @Nullable Kept kept;

    /** @param memory where the window keeps what it remembers */
    Recovery(Path memory) {
        this.folder = memory.resolve("unsaved");
        this.onlyCopy = memory.resolve("unsaved-experiment.json");
    }

    /** What is kept: the experiment, and the file it belongs to if it has one. */
    record Kept(
            @Setting(meaning = "the file the experiment was saved in before") @Nullable
            String savedIn,

            @Setting(meaning = "SHA-256 of that file as it was when it was read or saved") @Nullable
            String savedSha256,

            @Setting(meaning = "the experiment as it was last seen")
            ExperimentConfig experiment) {
        static Kept of(ExperimentDocument document) {
            return new Kept(
                    document.known()
                            .map(file -> file.path().toAbsolutePath().toString())
                            .orElse(null),
                    document.known().map(KnownFile::sha256).orElse(null),
                    document.config());
        }

        ExperimentDocument document() {
            return ExperimentDocument.recovered(
                    experiment,
                    Optional.ofNullable(savedIn).map(Path::of).map(path -> new KnownFile(path, savedSha256)));
        }
    }

    /**
     * What windows left that ended too early.
     *
     * @param copies the newest first, claimed for this window
     * @param unreadable where copies are now that this version cannot read
     */
    record Left(List<AbandonedCopy> copies, List<Path> unreadable) {}

    /**
     * Keeps the document, or lets go of what was kept of it if it has no changes.
     *
     * @throws BadInputException if the copy cannot be written
     */
    void keep(ExperimentDocument document) {
        if (!document.changedProperty().get()) {
            if (document.equals(owner)) {
                letGo();
            }
            return;
        }
        Kept now = Kept.of(document);
        CopyClaim mine = claimFor(document);
        if (!now.equals(kept) || !Files.exists(mine.copy())) {
            AtomicFile.write(mine.copy(), path -> Files.writeString(path, RecordFiles.write(now)));
            kept = now;
        }
    }

    /** A document that nobody answered for keeps its copy, which the next window offers. */
    private CopyClaim claimFor(ExperimentDocument document) {
        CopyClaim held = claim;
        if (held != null && document.equals(owner)) {
            return held;
        }
        release();
        try {
            CopyClaim fresh = CopyClaim.fresh(folder);
            hold(fresh, document);
            return fresh;
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder, e);
        }
    }

    private void hold(CopyClaim copy, ExperimentDocument document) {
        claim = copy;
        owner = document;
        kept = null;
    }

    /** The open document is saved, or its changes are not wanted: deletes its copy. */
    void letGo() {
        if (claim != null) {
            claim.delete();
            claim = null;
            owner = null;
        }
    }

    /** Leaves the copy to the next window. */
    void release() {
        if (claim != null) {
            claim.release();
            claim = null;
            owner = null;
        }
    }

    /** What an earlier window left is now the open document. */
    void takeOver(AbandonedCopy copy) {
        release();
        hold(copy.claim(), copy.document());
    }

    /** Claims all that windows left that ended too early, and sets aside what cannot be read. */
    Left find() {
        List<AbandonedCopy> copies = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (CopyClaim left : claims()) {
            try {
                open(left).ifPresentOrElse(copies::add, left::delete);
            } catch (BadInputException | InvalidPathException | CharacterCodingException e) {
                setAside(left, e).ifPresent(unreadable::add);
            } catch (IOException e) {
                LOG.log(Level.WARNING, left.copy() + " cannot be read, it stays where it is", e);
                left.release();
            }
        }
        copies.sort(Comparator.comparing(AbandonedCopy::kept).reversed());
        return new Left(copies, unreadable);
    }

    /** Nothing where the file holds by now what was kept. */
    private static Optional<AbandonedCopy> open(CopyClaim left) throws IOException {
        String text = Files.readString(left.copy());
        ExperimentDocument document = RecordFiles.parse(text, left.copy().toString(), Kept.class, List.of())
                .document();
        return document.changedProperty().get()
                ? Optional.of(new AbandonedCopy(
                        left, document, Files.getLastModifiedTime(left.copy()).toInstant()))
                : Optional.empty();
    }

    private List<CopyClaim> claims() {
        List<CopyClaim> free = new ArrayList<>();
        try {
            adoptOnlyCopy().ifPresent(free::add);
            if (Files.isDirectory(folder)) {
                for (Path file : files()) {
                    if (free.stream().noneMatch(own -> own.copy().equals(file))) {
                        claim(file).ifPresent(free::add);
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, folder + ": unsaved experiments cannot be looked for", e);
        }
        return free;
    }

    private static Optional<CopyClaim> claim(Path file) {
        try {
            if (file.toString().endsWith(CopyClaim.COPY)) {
                return CopyClaim.of(file);
            }
            CopyClaim.tidy(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be locked, it stays where it is", e);
        }
        return Optional.empty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("unsaved-"))
                    .toList();
        }
    }

    /** Earlier versions kept one copy for all windows. */
    private Optional<CopyClaim> adoptOnlyCopy() throws IOException {
        if (!Files.exists(onlyCopy)) {
            return Optional.empty();
        }
        CopyClaim adopted = CopyClaim.fresh(folder);
        try {
            Files.move(onlyCopy, adopted.copy());
            return Optional.of(adopted);
        } catch (IOException e) {
            // Another window was faster, or the file cannot be moved; the other copies are offered all the same.
            LOG.log(Level.INFO, onlyCopy + " cannot be taken over", e);
            adopted.delete();
            return Optional.empty();
        }
    }

    private Optional<Path> setAside(CopyClaim left, Exception why) {
        Path aside = folder.resolve("unreadable").resolve(left.copy().getFileName());
        try {
            Files.createDirectories(aside.getParent());
            Files.move(left.copy(), aside);
            LOG.log(
                    Level.WARNING,
                    "an unsaved experiment cannot be read, it is kept as " + aside + ": " + why.getMessage());
            left.delete();
            return Optional.of(aside);
        } catch (IOException e) {
            LOG.log(Level.WARNING, left.copy() + " cannot be read and cannot be moved", e);
            left.release();
            return Optional.empty();
        }
    }
}
