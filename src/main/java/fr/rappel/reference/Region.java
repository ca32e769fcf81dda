package fr.rappel.reference;

/**
 * A region of France, or an overseas territory that belongs to none.
 *
 * @param code INSEE code; equal to the code of some department, so never to be compared with one
 * @param territory whether it is an overseas territory without a region code
 */
public record Region(String code, String name, boolean territory) {}
