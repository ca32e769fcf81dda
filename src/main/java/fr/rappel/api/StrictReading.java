package fr.rappel.api;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
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
class StrictReading implements WebMvcConfigurer {

    private static final List<MediaType> NOT_SPOKEN = List.of(MediaType.APPLICATION_XML, MediaType.APPLICATION_YAML);

    /** A library that reads and writes other formats does not make this API speak them, less strictly than JSON. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.removeIf(StrictReading::speaksAnother));
    }

    private static boolean speaksAnother(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(type -> NOT_SPOKEN.stream().anyMatch(type::equalsTypeAndSubtype));
    }

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
