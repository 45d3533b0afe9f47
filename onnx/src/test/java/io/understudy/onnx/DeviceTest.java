package io.understudy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource({"cpu, cpu", "cuda, cuda:0", "cuda:2, cuda:2", "auto, auto"})
    void namesDevices(String text, String device) {
        assertThat(Device.parse(text)).hasToString(device);
    }

    @Test
    void refusesOtherDevices() {
        assertThatThrownBy(() -> Device.parse("gpu"))
                .hasMessage("unknown device 'gpu'; expected cpu, cuda, cuda:N (the N-th card, from 0) or auto");
    }
}
