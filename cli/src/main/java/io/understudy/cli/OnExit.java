package io.understudy.cli;

/** Something to clean up where the process is stopped before it is done, as with Ctrl-C; forgotten once closed. */
final class OnExit implements AutoCloseable {

    private final Thread hook;

    OnExit(Runnable cleaning) {
        hook = new Thread(cleaning, "understudy-clean");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being stopped, and the hook does its work now.
            return;
        }
    }
}
