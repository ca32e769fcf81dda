package fr.rappel.refresh;

import org.jspecify.annotations.Nullable;

/** The whole file cannot be imported. */
final class FileRefused extends Exception {

    private final ImportFault fault;
    private final @Nullable String detail;

    FileRefused(ImportFault fault, @Nullable String detail) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.detail = detail;
    }

    ImportFault fault() {
        return fault;
    }

    @Nullable
    String detail() {
        return detail;
    }
}
