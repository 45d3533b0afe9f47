package io.understudy.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.reflect.Constructor;

/**
 * Tensors over memory that is not Java's. ONNX Runtime's Java binding makes tensors of buffers only; its C interface,
 * called here, takes any memory of any device. The places of its functions are those of version 1 of the table
 * {@code OrtApi}, which no later version may change.
 */
final class ForeignTensors {

    private static final int GET_ERROR_MESSAGE = 2;
    private static final int CREATE_TENSOR_WITH_DATA = 49;
    private static final int CREATE_MEMORY_INFO = 68;
    private static final int RELEASE_STATUS = 93;
    private static final int ELEMENT_FLOAT = 1;
    private static final int ELEMENT_FLOAT16 = 10;

    private final Pointer api;
    private final Pointer memory;
    private final Constructor<TensorInfo> newInfo;
    private final Constructor<OnnxTensor> newTensor;

    /**
     * @param memory name that ONNX Runtime gives the device's memory: {@code Cpu}, {@code Cuda}
     * @param index of the device
     * @throws IllegalStateException if the library or the binding is not as expected
     */
    ForeignTensors(String memory, int index) {
        Graph.environment();
        try {
            NativeLibrary library = NativeLibrary.getInstance(libraryName());
            Pointer base = (Pointer) library.getFunction("OrtGetApiBase").invoke(Pointer.class, new Object[0]);
            this.api = (Pointer) Function.getFunction(base.getPointer(0)).invoke(Pointer.class, new Object[] {1});
            this.newInfo = TensorInfo.class.getDeclaredConstructor(
                    long[].class, OnnxJavaType.class, TensorInfo.OnnxTensorType.class);
            this.newTensor = OnnxTensor.class.getDeclaredConstructor(long.class, long.class, TensorInfo.class);
            newInfo.setAccessible(true);
            newTensor.setAccessible(true);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            throw new IllegalStateException("ONNX Runtime's C interface cannot be called here", e);
        }
        PointerByReference made = new PointerByReference();
        check(call(CREATE_MEMORY_INFO, memory, 0, index, 0, made));
        this.memory = made.getValue();
    }

    private static String libraryName() {
        String system = System.getProperty("os.name");
        return system.startsWith("Windows")
                ? "onnxruntime"
                : system.startsWith("Mac") ? "libonnxruntime.dylib" : "libonnxruntime.so.1";
    }

    /**
     * A tensor that others own: to be closed before its memory is freed.
     *
     * @param type {@code FLOAT} or {@code FLOAT16}
     */
    OnnxTensor at(Pointer data, long bytes, long[] shape, OnnxJavaType type) {
        boolean half = type == OnnxJavaType.FLOAT16;
        PointerByReference made = new PointerByReference();
        check(call(
                CREATE_TENSOR_WITH_DATA,
                memory,
                data,
                bytes,
                shape,
                (long) shape.length,
                half ? ELEMENT_FLOAT16 : ELEMENT_FLOAT,
                made));
        try {
            TensorInfo info = newInfo.newInstance(
                    shape,
                    type,
                    half
                            ? TensorInfo.OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16
                            : TensorInfo.OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT);
            return newTensor.newInstance(Pointer.nativeValue(made.getValue()), 0L, info);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ONNX Runtime's Java binding is not as expected", e);
        }
    }

    private Pointer call(int place, Object... arguments) {
        return (Pointer) function(place).invoke(Pointer.class, arguments);
    }

    private Function function(int place) {
        return Function.getFunction(api.getPointer((long) place * com.sun.jna.Native.POINTER_SIZE));
    }

    private void check(Pointer status) {
        if (status != null) {
            String message =
                    ((Pointer) function(GET_ERROR_MESSAGE).invoke(Pointer.class, new Object[] {status})).getString(0);
            function(RELEASE_STATUS).invoke(new Object[] {status});
            throw new IllegalStateException("ONNX Runtime refuses memory: " + message);
        }
    }
}
