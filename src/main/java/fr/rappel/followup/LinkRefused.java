package fr.rappel.followup;

import fr.rappel.shared.Refusal;

/** The link is forged, expired, taken back or never existed: nobody is told which. */
public final class LinkRefused extends Refusal {

    LinkRefused() {
        super("followup.LinkRefused");
    }
}
