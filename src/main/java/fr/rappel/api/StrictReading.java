package fr.rappel.api;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * What is not exactly JSON of the documented types is refused: a name given twice has no one meaning, and a number is
 * neither a text, a choice nor a consent.
 */
@Configuration(proxyBeanMethods = false)
class StrictReading {

    @Bean
    JsonMapperBuilderCustomizer refuseWhatIsAmbiguous() {
        return builder -> {
            builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
            refuse(builder, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
            refuse(builder, LogicalType.Textual, CoercionInputShape.Boolean);
            refuse(builder, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.String);
            refuse(builder, LogicalType.Enum, CoercionInputShape.Integer);
        };
    }

    private static void refuse(JsonMapper.Builder builder, LogicalType target, CoercionInputShape... shapes) {
        builder.withCoercionConfig(target, config -> {
            for (CoercionInputShape shape : shapes) {
                config.setCoercion(shape, CoercionAction.Fail);
            }
        });
    }
}
