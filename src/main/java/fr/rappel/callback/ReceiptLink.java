package fr.rappel.callback;

/** Says where a visitor follows a request; the module that serves that page implements it. */
public interface ReceiptLink {

    /** The path, from the root of this site, of the follow-up page of a stored request. */
    String pathOf(String reference);
}
