package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.DataLocation;
import dev.lamina.data.Sha256;
import dev.lamina.data.format.TarArchive;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Reads a published set's files of images, each by itself or from an archive (.tar.gz) of all of them, which is read once.
 * @param format reads the content of one file
 */
record SetReader(
        DataCard card,
        FileSearch search,
        Function<SourceFile, LabeledImages> format,
        Map<Path, Map<String, LabeledImages>> archives) {
    static SetReader of(DataCard card, DataLocation where, Function<SourceFile, LabeledImages> format) {
        return new SetReader(card, new FileSearch(card, where), format, new HashMap<>());
    }

    /** @throws BadInputException naming what was looked for and what is there, if the file is nowhere */
    LabeledImages read(String name) {
        return find(name).orElseThrow(() -> search.missing(card.file(name)));
    }

    /** Empty if the file is nowhere. */
    Optional<LabeledImages> find(String name) {
        ExpectedFile file = card.file(name);
        return search.find(file).map(path -> {
            if (!search.isArchive(path)) {
                return format.apply(SourceFile.read(path, card, file.limitBytes()));
            }
            Map<String, LabeledImages> members = archives.computeIfAbsent(path, this::members);
            return Optional.ofNullable(members.get(name))
                    .orElseThrow(
                            () -> new SourceFile(path, new byte[0]).damaged(card, Message.of("data.lacksFile", name)));
        });
    }

    private List<ExpectedFile> files() {
        return card.published().orElseThrow().files();
    }

    /** An archive's files by the names the set has for them. */
    private Map<String, LabeledImages> members(Path archive) {
        Map<String, LabeledImages> members = new HashMap<>();
        MessageDigest digest = Sha256.digest();
        SourceFile whole = new SourceFile(archive, new byte[0]);
        try (InputStream packed = new DigestInputStream(Files.newInputStream(archive), digest)) {
            InputStream unpacked = new BufferedInputStream(new GZIPInputStream(packed, 1 << 16), 1 << 16);
            TarArchive.forEach(
                    unpacked,
                    member -> published(member).isPresent(),
                    (member, size, content) -> members.put(
                            published(member).orElseThrow().name(),
                            format.apply(member(archive, published(member).orElseThrow(), member, size, content))));
            // Behind the tar's end there may be padding, which belongs to the file as well.
            packed.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw whole.damaged(card, Message.of("data.cannotUnpack", FileFault.reason(e)));
        }
        List<DataFile> source = List.of(new DataFile(archive.toString(), size(archive), Sha256.hex(digest)));
        members.replaceAll((_, images) -> new LabeledImages(images.labels(), images.pixels(), source));
        return members;
    }

    private Optional<ExpectedFile> published(String member) {
        return files().stream().filter(file -> file.names().contains(member)).findFirst();
    }

    private SourceFile member(Path archive, ExpectedFile file, String name, long size, InputStream content)
            throws IOException {
        SourceFile place = new SourceFile(archive.resolve(name), new byte[0]);
        if (size > file.limitBytes()) {
            throw place.damaged(card, Message.of("data.claimsTooMuch", size));
        }
        byte[] bytes = content.readNBytes((int) size);
        if (bytes.length < size) {
            throw place.damaged(card, Message.of("data.cutMember"));
        }
        return new SourceFile(place.path(), bytes);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw SourceFile.unreadable(path, e);
        }
    }
}
