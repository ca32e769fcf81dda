package fr.rappel.refresh;

/** Another process has taken the run over: nothing more may be written for it here. */
final class ClaimLost extends RuntimeException {

    ClaimLost() {
        super("Taken over by another process", null, false, false);
    }
}
