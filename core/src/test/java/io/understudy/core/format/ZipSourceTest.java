package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Damage that the library reports in ways of its own. */
class ZipSourceTest {

    @Test
    void aNameThatIsNoUtf8IsRefused() throws IOException {
        byte[] zip = zip("\u00e9.json");
        for (int i = 0; i < zip.length; i++) {
            if (zip[i] == (byte) 0xc3) {
                zip[i] = '(';
            }
        }
        assertThatThrownBy(() -> ZipSource.copy(new ByteArrayInputStream(zip), "a.zip"))
                .hasMessage("a.zip: is no zip, or a damaged one");
    }

    /** Fuzzing found one of these lengths that ended as if the disk were at fault. */
    @Test
    void aZipThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] zip = zip("a.json");
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThatThrownBy(() -> ZipSource.copy(new ByteArrayInputStream(cut), "a.zip"))
                    .hasMessage("a.zip: is no zip, or a damaged one");
        }
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
