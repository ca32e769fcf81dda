package fr.rappel.statistics;

import fr.rappel.shared.Refusal;

/** The days asked for are being counted, after an upgrade or because somebody had them counted again. */
public final class FiguresBeingCounted extends Refusal {

    FiguresBeingCounted() {
        super("statistics.FiguresBeingCounted");
    }
}
