package io.understudy.formats.huggingface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.format.Json;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PullReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;

/** Reads row by row from a copy of the file. What the file says of its own lengths is checked first. */
final class ParquetRows implements PullReader.Source {

    private static final JsonMapper MAPPER = JsonMapper.builder(Json.factory()).build();

    /** Bytes of one column of a row group, unpacked. */
    private static final long LARGEST_CHUNK = 1L << 30;
    /** Dictionaries make columns of one value small; beyond that it is a bomb. */
    private static final long RATIO = 20_000;

    private final InputStream in;
    private final String file;
    private final OffsetUnit unit;
    private Path copy;
    private long size;
    private CloseableIterator<?> rows;
    private RowExample examples;
    private long number;

    ParquetRows(InputStream in, String file, OffsetUnit unit) {
        this.in = in;
        this.file = file;
        this.unit = unit;
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (copy == null) {
            copy = Files.createTempFile("understudy-", ".parquet");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            size = Files.size(copy);
        }
        try {
            if (rows == null) {
                begin();
            }
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            Object row = rows.next();
            number++;
            return Optional.of(examples.example((Map<?, ?>) row, number));
        } catch (BadDataException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            // One array that is too large for the heap: the pages of a file say how large they are.
            throw wrong("needs more memory than there is; the file lies about its lengths, or give more"
                    + " (JAVA_OPTS=-Xmx...)");
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file, number, "row: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            // Of the library, which reads a file of our own.
            throw wrong("is no Parquet file, or a damaged one");
        }
    }

    private void begin() throws IOException {
        LocalInputFile input = new LocalInputFile(copy);
        // Hadoop's own configuration would read XML from its jar for each file.
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(input, options)) {
            ParquetMetadata footer = reader.getFooter();
            check(footer);
            examples = new RowExample(file, unit, features(footer));
        }
        rows = new CarpetReader<>(input, Map.class).iterator();
    }

    private void check(ParquetMetadata footer) {
        for (BlockMetaData block : footer.getBlocks()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                long packed = chunk.getTotalSize();
                long unpacked = chunk.getTotalUncompressedSize();
                boolean outside = packed < 0
                        || unpacked < 0
                        || chunk.getStartingPos() < 0
                        || chunk.getStartingPos() > size - packed;
                if (outside || unpacked > LARGEST_CHUNK || unpacked / RATIO > packed) {
                    throw wrong(
                            "a column says that it has %,d bytes, %,d unpacked, in a file of %,d; such files are not read"
                                    .formatted(packed, unpacked, size));
                }
            }
        }
    }

    private static JsonNode features(ParquetMetadata footer) {
        String info = footer.getFileMetaData().getKeyValueMetaData().get("huggingface");
        if (info == null) {
            return MAPPER.missingNode();
        }
        try {
            return MAPPER.readTree(info).path("info").path("features");
        } catch (JsonProcessingException e) {
            // Features only name numbers; without them numbers stay numbers.
            return MAPPER.missingNode();
        }
    }

    private BadDataException wrong(String problem) {
        return new BadDataException(file, 0, problem);
    }

    /** All of it was copied before the first row. */
    @Override
    public long bytesRead() {
        return size;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            if (rows != null) {
                rows.close();
            }
        } finally {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
