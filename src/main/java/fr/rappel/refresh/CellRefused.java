package fr.rappel.refresh;

/** A value that cannot be stored. It carries the reason only, never the value. */
final class CellRefused extends RuntimeException {

    private final transient ImportFault fault;

    CellRefused(ImportFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    ImportFault fault() {
        return fault;
    }
}
