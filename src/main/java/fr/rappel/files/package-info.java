/**
 * Keeps the contents of files, in a folder or an S3 bucket, and tells what they are by their first bytes. It knows nobody:
 * who may read or write is for the module whose files they are to decide.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.rappel.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
