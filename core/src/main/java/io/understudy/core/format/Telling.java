package io.understudy.core.format;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the format of a file: by its extension where that is the extension of one format only, then by its head. A
 * format that is named like its extension ({@code json}, {@code csv}) is a general one: it gives way to any other that
 * is sure, and is taken where no other is.
 */
final class Telling {

    private Telling() {}

    /** The only one of these with the extension of this file, or the general one. */
    static Optional<CorpusFormat> byName(String file, List<CorpusFormat> formats) {
        List<CorpusFormat> sharing = sharing(file, formats);
        return sharing.size() == 1
                ? Optional.of(sharing.get(0))
                : sharing.stream()
                        .filter(format -> format.name().equals(Names.extension(file)))
                        .findFirst();
    }

    /** Names of those that the extension leaves open: of all where it says nothing. */
    static String choices(String file, List<CorpusFormat> formats) {
        List<CorpusFormat> sharing = sharing(file, formats);
        return names(sharing.isEmpty() ? formats : sharing);
    }

    /** @throws BadDataException if the format is not sure */
    static CorpusReader open(Input input, String location, Optional<CorpusFormat> named, FormatOptions options)
            throws IOException {
        List<CorpusFormat> sharing = sharing(location, readable());
        Optional<CorpusFormat> known = named.isPresent() || sharing.size() != 1 ? named : Optional.of(sharing.get(0));
        if (known.isEmpty() || !isFile(known.get())) {
            if (input.isZip()) {
                return closing(ZipSource.copy(input.stream(), location), known, options);
            }
            if (known.isPresent()) {
                throw new BadDataException(
                        location,
                        0,
                        "is no zip; %s is a folder or a zip"
                                .formatted(known.get().name()));
            }
        }
        CorpusFormat format = known.isPresent()
                ? known.get()
                : byHead(location, input.head())
                        .orElseThrow(() -> new BadDataException(
                                location,
                                0,
                                "cannot tell the format from the name or the first lines; say --from with one of: "
                                        + choices(location, readable())));
        return input.isZip() && sharing.isEmpty()
                ? closing(ZipSource.copy(input.stream(), location), Optional.of(format), options)
                : format.read(input.stream(), location, options);
    }

    /**
     * Several files: of a format that is several, or of one that is one file and read again and again.
     *
     * @param files closed by the reader, or when this fails
     */
    static CorpusReader open(BundleSource files, Optional<CorpusFormat> named, FormatOptions options)
            throws IOException {
        return closing(files, named, options);
    }

    private static CorpusReader closing(BundleSource files, Optional<CorpusFormat> named, FormatOptions options)
            throws IOException {
        try {
            Optional<BundleFormat> bundle = named.isPresent()
                    ? named.filter(BundleFormat.class::isInstance).map(BundleFormat.class::cast)
                    : bundle(files);
            WatchedFiles watched = new WatchedFiles(files);
            return watched.reader(
                    bundle.isPresent() ? bundle.get().read(watched, options) : each(files, watched, named, options));
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static Optional<BundleFormat> bundle(BundleSource files) {
        List<BundleFormat> sure = readable().stream()
                .filter(BundleFormat.class::isInstance)
                .map(BundleFormat.class::cast)
                .filter(format -> format.recognizes(files.names()))
                .toList();
        if (sure.size() > 1) {
            throw unsure(files.location(), sure);
        }
        return sure.stream().findFirst();
    }

    /**
     * Files that are of the named format, or of the only one that any of them is of.
     *
     * @param files to look into
     * @param read the same, to be read
     */
    private static CorpusReader each(
            BundleSource files, BundleSource read, Optional<CorpusFormat> named, FormatOptions options)
            throws IOException {
        Map<CorpusFormat, List<String>> told = new LinkedHashMap<>();
        for (String name : files.names()) {
            if (sharing(name, readable()).isEmpty()) {
                continue;
            }
            try (InputStream in = files.open(name)) {
                CorpusFormat format = named.isPresent()
                        ? named.get()
                        : sharing(name, readable()).get(0);
                boolean only = sharing(name, readable()).size() == 1;
                if (only && (named.isEmpty() || format.extensions().contains(Names.extension(name)))) {
                    told.computeIfAbsent(format, each -> new ArrayList<>()).add(name);
                } else if (!only) {
                    byHead(name, Input.head(files.file(name), in))
                            .filter(each -> named.isEmpty() || each.equals(named.get()))
                            .ifPresent(each -> told.computeIfAbsent(each, key -> new ArrayList<>())
                                    .add(name));
                }
            }
        }
        if (told.isEmpty()) {
            throw new BadDataException(
                    files.location(),
                    0,
                    named.isPresent()
                            ? "holds no file of the format " + named.get().name()
                            : "holds no file whose format can be told; say --from with one of: " + names(readable()));
        }
        if (told.size() > 1) {
            throw unsure(files.location(), List.copyOf(told.keySet()));
        }
        CorpusFormat format = told.keySet().iterator().next();
        return new EachFile(read, told.get(format), format, options);
    }

    private static Optional<CorpusFormat> byHead(String file, String head) {
        List<CorpusFormat> sharing = sharing(file, readable());
        List<CorpusFormat> pool = sharing.isEmpty() ? readable() : sharing;
        List<CorpusFormat> sure =
                pool.stream().filter(format -> format.recognizes(head)).toList();
        List<CorpusFormat> special =
                sure.stream().filter(format -> !isGeneral(format)).toList();
        List<CorpusFormat> best = special.isEmpty() ? sure : special;
        if (best.size() > 1) {
            throw unsure(file, best);
        }
        return best.isEmpty() ? byName(file, pool) : Optional.of(best.get(0));
    }

    private static BadDataException unsure(String location, List<? extends CorpusFormat> formats) {
        return new BadDataException(
                location, 0, "may be of several formats; say --from with one of: " + names(List.copyOf(formats)));
    }

    private static boolean isFile(CorpusFormat format) {
        return !(format instanceof BundleFormat);
    }

    private static boolean isGeneral(CorpusFormat format) {
        return format.extensions().contains(format.name());
    }

    static List<CorpusFormat> sharing(String file, List<CorpusFormat> formats) {
        String extension = Names.extension(file);
        return formats.stream()
                .filter(format -> format.extensions().contains(extension))
                .toList();
    }

    private static List<CorpusFormat> readable() {
        return Corpus.formats().stream().filter(CorpusFormat::reads).toList();
    }

    private static String names(List<? extends CorpusFormat> formats) {
        Set<String> names =
                formats.stream().map(CorpusFormat::name).collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(", ", names);
    }
}
