package fr.rappel.callback;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PrivacyNoticeRepository extends Repository<PrivacyNotice, String> {

    Optional<PrivacyNotice> findFirstByOrderByPublishedAtDesc();

    Optional<PrivacyNotice> findById(String version);

    PrivacyNotice save(PrivacyNotice notice);

    long count();
}
