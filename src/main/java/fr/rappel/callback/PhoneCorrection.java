package fr.rappel.callback;

import fr.rappel.shared.ValidPhone;

/** A visitor is to be called at another number, as typed. */
public record PhoneCorrection(@ValidPhone String phone) {}
