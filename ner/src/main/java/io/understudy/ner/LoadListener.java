package io.understudy.ner;

/**
 * Is told when a model is read from disk, which takes a second or two and happens when the first text needs it, at most
 * once per JVM and model. Called on the thread that met the need, while others that need the same model wait.
 */
@FunctionalInterface
public interface LoadListener {

    /** Tells nobody. */
    LoadListener SILENT = model -> {};

    /**
     * Reading begins.
     *
     * @param model its short name, such as {@code english.all.3class.distsim}
     */
    void loading(String model);

    /** The model is ready. */
    default void loaded(String model) {}
}
