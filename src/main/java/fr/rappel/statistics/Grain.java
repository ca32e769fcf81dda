package fr.rappel.statistics;

/** How much time one stored count is about. */
enum Grain {
    DAY,
    MONTH
}
