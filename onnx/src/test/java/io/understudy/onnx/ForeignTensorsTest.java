package io.understudy.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import com.sun.jna.Memory;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** The C interface called from here; the processor's memory stands for a card's, which few machines have. */
class ForeignTensorsTest {

    @Test
    void aTensorLiesInTheMemoryThatWasGiven() throws Exception {
        try (Memory memory = new Memory(24)) {
            for (int i = 0; i < 6; i++) {
                memory.setFloat(4L * i, i + 0.5f);
            }
            long[] shape = {2, 3};
            try (OnnxTensor tensor = new ForeignTensors("Cpu", 0).at(memory, 24, shape, OnnxJavaType.FLOAT)) {
                assertThat(tensor.getInfo().getShape()).containsExactly(2, 3);
                float[] found = new float[6];
                FloatBuffer buffer = tensor.getFloatBuffer();
                buffer.get(found);
                assertThat(found).containsExactly(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f);
                // Not a copy: what changes in the memory changes in the tensor.
                memory.setFloat(0, 9);
                assertThat(tensor.getFloatBuffer().get(0)).isEqualTo(9f);
            }
        }
    }

    @Test
    void aTensorLargerThanItsMemoryIsRefused() {
        try (Memory memory = new Memory(24)) {
            long[] shape = {2, 4};
            ForeignTensors tensors = new ForeignTensors("Cpu", 0);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> tensors.at(memory, 24, shape, OnnxJavaType.FLOAT)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("refuses memory");
        }
    }
}
