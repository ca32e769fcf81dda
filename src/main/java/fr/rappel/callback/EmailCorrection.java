package fr.rappel.callback;

import fr.rappel.shared.ValidEmail;

/** A visitor is to be written to at another address, as typed. */
public record EmailCorrection(@ValidEmail String email) {}
