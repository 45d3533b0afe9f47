package io.understudy.generator.model;

import java.util.List;
import java.util.Optional;

/** Remembers which requests were handed to a server together, so that nobody hands them in twice. Thread-safe. */
public interface Batches {

    /** Remembers nothing. */
    Batches FORGOTTEN = new Batches() {
        @Override
        public void submitted(String batch, List<Request> requests) {
            // Whoever wants to go on after a break has a journal.
        }

        @Override
        public Optional<Place> placeOf(Request request) {
            return Optional.empty();
        }
    };

    /**
     * Where a request stands.
     *
     * @param batch as the server calls it
     * @param index among the batch's requests, from 0
     */
    record Place(String batch, int index) {}

    /** Notes that the server took these. */
    void submitted(String batch, List<Request> requests);

    /** Where a request stands that was handed in and not answered. */
    Optional<Place> placeOf(Request request);
}
