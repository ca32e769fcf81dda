package fr.rappel.refresh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of the upload field, which otherwise speaks English. */
final class UploadWording {

    private UploadWording() {}

    static UploadI18N in(Component field) {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(text(field, "add")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(text(field, "drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(text(field, "tooMany"))
                        .setFileIsTooBig(text(field, "tooBig"))
                        .setIncorrectFileType(text(field, "wrongType")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(text(field, "connecting"))
                                .setStalled(text(field, "stalled"))
                                .setProcessing(text(field, "processing"))
                                .setHeld(text(field, "held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(text(field, "remaining"))
                                .setUnknown(text(field, "remainingUnknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(text(field, "failed"))
                                .setUnexpectedServerError(text(field, "failed"))
                                .setForbidden(text(field, "failed"))
                                .setFileTooLarge(text(field, "tooBig"))))
                .setFile(new UploadI18N.File()
                        .setRetry(text(field, "retry"))
                        .setStart(text(field, "start"))
                        .setRemove(text(field, "remove")))
                .setUnits(List.of(text(field, "units").split(" ")), 1024);
    }

    private static String text(Component field, String key) {
        return field.getTranslation("refresh.UploadWording." + key);
    }
}
