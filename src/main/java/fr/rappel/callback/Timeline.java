package fr.rappel.callback;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what happens to requests, and tells it, in the caller's transaction. */
@Component
class Timeline {

    private final CallbackFactRepository facts;
    private final ApplicationEventPublisher events;

    Timeline(CallbackFactRepository facts, ApplicationEventPublisher events) {
        this.facts = facts;
        this.events = events;
    }

    void record(long requestId, String reference, TimelineEntry entry) {
        facts.save(new CallbackFact(requestId, entry));
        events.publishEvent(FactRecorded.of(reference, entry));
    }

    List<TimelineEntry> of(long requestId) {
        return facts.findByRequestIdOrderById(requestId).stream()
                .map(CallbackFact::toEntry)
                .toList();
    }
}
