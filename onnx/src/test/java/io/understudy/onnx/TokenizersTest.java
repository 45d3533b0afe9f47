package io.understudy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.Ec2Utils;
import io.understudy.core.BadDataException;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizersTest {

    private static final String WORDS = """
            {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": null,
             "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null, "decoder": null,
             "model": {"type": "WordLevel", "vocab": {"one": 0, "two": 1, "[UNK]": 2}, "unk_token": "[UNK]"}}
            """;

    @TempDir
    Path folder;

    /** DJL asks for the cloud it runs in, and reports from there, when a tokenizer is opened; not ours. */
    @Test
    void nobodyIsCalledWhenATokenizerIsOpened() throws Exception {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), WORDS);
        List<URI> asked = new CopyOnWriteArrayList<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                // Who was asked is all that counts.
            }
        });
        try (var tokenizer = Tokenizers.open(file)) {
            assertThat(tokenizer.encode("two one").getIds()).containsExactly(1, 0);
            // Once a day at most: where an earlier test opened one, this is the call that would go out.
            Ec2Utils.callHome("test");
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aFolderWithoutATokenizerIsRefused() {
        assertThatThrownBy(() -> Tokenizers.open(folder.resolve("tokenizer.json")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("has no tokenizer.json");
    }
}
