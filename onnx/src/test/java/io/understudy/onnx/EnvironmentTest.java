package io.understudy.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** ONNX Runtime recurses when its environment is made; in a process of its own, since a JVM makes it once. */
class EnvironmentTest {

    /** Run by the test below: a main thread has the stack that {@code -Xss} says. */
    public static void main(String[] args) {
        Graph.environment();
        System.out.print("made");
    }

    @Test
    void isMadeWhateverTheStackOfTheCaller() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xss1m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EnvironmentTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).endsWith("made");
    }
}
