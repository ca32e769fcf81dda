package fr.rappel.callback;

/** The parts of the work list an agent switches between. */
public enum ListView {
    /** À rappeler: waiting, and their turn has come. */
    TO_CALL("r.status = 'WAITING' and r.available_at <= :now"),
    /** Programmées: waiting for a later moment. */
    PLANNED("r.status = 'WAITING' and r.available_at > :now"),
    /** Hors délai: nobody has called in the open time of the commitment; {@code :late} is when it began. */
    LATE("""
            r.status in ('WAITING', 'TAKEN') and r.received_at < :late and r.unreached = 0
            and (r.version = 0 or (select count(*) from callback_attempt c where c.request_id = r.id) = 0)"""),
    /** Mes demandes: held by whoever looks. */
    MINE("r.status = 'TAKEN' and r.taken_by = :me"),
    /** Prises en charge: held by anybody. */
    TAKEN("r.status = 'TAKEN'"),
    /** À vérifier: look as if a robot sent them. */
    REVIEW("r.status = 'REVIEW'"),
    /** Closes. */
    CLOSED("r.status = 'CLOSED'"),
    /** Toutes. */
    ALL("1 = 1");

    private final String condition;

    ListView(String condition) {
        this.condition = condition;
    }

    /** Whether it is a part of what is not closed. */
    boolean isOpen() {
        return this != CLOSED && this != ALL;
    }

    String condition() {
        return condition;
    }
}
