package io.understudy.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.core.format.CorpusFormat;
import io.understudy.formats.huggingface.ParquetFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParquetFormatTest extends BinaryContract {

    @Override
    protected CorpusFormat format() {
        return new ParquetFormat();
    }

    @Test
    void whatIsNoParquetIsRefused() {
        assertThatThrownBy(() -> read("PAR1 and no more")).hasMessage("in.x: is no Parquet file, or a damaged one");
    }

    /** Lengths among them; each is read as something or refused with one sentence. */
    @Test
    void noChangedByteIsAnAccident() throws IOException {
        byte[] whole = write(List.of(plain("Ada lives here"), plain("in Oslo")));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            try {
                read(new ByteArrayInputStream(changed));
            } catch (BadDataException e) {
                assertThat(e.getMessage()).startsWith("in.x");
            }
        }
    }
}
