package fr.rappel.dossier;

/** Brings one company or one dossier of the copy up to date at once. Implemented by the module that writes the copy. */
public interface LiveRefresh {

    /** Whether this installation has a live source to ask. */
    boolean isOffered();

    /** Asks for a company by its nine digits. */
    Refreshed company(String siren);

    /** Asks for a dossier by its number. */
    Refreshed dossier(String number);
}
