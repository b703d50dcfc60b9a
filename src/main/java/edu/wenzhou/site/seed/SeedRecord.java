package edu.wenzhou.site.seed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import edu.wenzhou.site.fact.FactGroup;
import edu.wenzhou.site.fact.FactState;
import edu.wenzhou.site.fact.Qualifier;
import edu.wenzhou.site.honour.HonourCategory;
import edu.wenzhou.site.honour.HonourLevel;
import edu.wenzhou.site.partnership.PartnershipKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/**
 * A record of {@code seeds/*.yaml}, each type a file; {@code docs/seeds.md} explains the
 * fields. What is not marked as required may be left out.
 */
interface SeedRecord {

	/** Unique within the file. */
	String slug();

	/** Exact substrings of the source texts. */
	List<String> quotes();

	/** Chinese, and English where there is one; a plain string is Chinese. */
	record Text(@NotBlank String zh, String en) {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static Text chinese(String zh) {
			return new Text(zh, null);
		}

		@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
		public Text {
		}

	}

	/** What replaced words in a source text, and what stood there. */
	record Masked(@NotBlank String text, @NotBlank String restored) {

	}

	record Document(@NotBlank String slug, @NotNull @Valid Text title, @NotBlank String file,
			@Valid Masked masked) implements SeedRecord {

		@Override
		public List<String> quotes() {
			return List.of();
		}

	}

	record Omission(@NotBlank String quote, boolean shown, @NotNull @Valid Text reason) implements SeedRecord {

		@Override
		public String slug() {
			return this.quote;
		}

		@Override
		public List<String> quotes() {
			return List.of(this.quote);
		}

	}

	record Fact(@NotBlank String code, @NotNull @Valid Text label, @NotNull @Valid Text value, Qualifier qualifier,
			@Valid Text unit, @Valid Text period, @NotNull FactGroup group, LocalDate asOf, LocalDate validUntil,
			FactState state, @NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

		@Override
		public String slug() {
			return this.code;
		}

	}

	record Profile(@NotBlank String slug, @NotNull @Valid Text name, @Valid Text shortName,
			@NotBlank String foundedYear, @NotBlank String rootsYear, @NotNull @Valid Text approvingAuthority,
			@NotNull @Valid Text level, @NotNull @Valid Text kind, @NotNull @Valid Text motto,
			@NotNull @Valid Text modelName, @Valid Text modelPractice, @NotNull @Valid Text summary,
			@NotEmpty Map<String, @NotEmpty List<@NotBlank String>> sources) implements SeedRecord {

		@Override
		public List<String> quotes() {
			return this.sources.values().stream().flatMap(List::stream).distinct().toList();
		}

	}

	record Section(@NotBlank String slug, @NotNull @Valid Text title, @NotNull @Valid Text lead,
			@NotNull @Valid Text body, FactState state, @NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

	}

	record Event(@NotBlank String slug, Integer year, String yearFact, @Valid Text reach, @NotNull @Valid Text title,
			@NotNull @Valid Text text, @NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

	}

	record Predecessor(@NotBlank String slug, @NotNull @Valid Text name, @NotBlank String event,
			@NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

	}

	record Campus(@NotBlank String slug, @NotNull @Valid Text name, @Valid Text district, @Valid Text address,
			@Valid Text lead, @Valid Text body, @NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

	}

	record School(@NotBlank String slug, @NotNull @Valid Text name, @Valid Text otherNames, @Valid Text lead,
			@Valid Text body, @NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

	}

	record Honour(@NotBlank String slug, @NotNull @Valid Text title, @Valid Text detail, HonourLevel level,
			@NotNull HonourCategory category, @Valid Text awardingBody, Integer year, String count,
			@NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

	}

	record Partnership(@NotBlank String slug, @NotNull @Valid Text name, @NotNull PartnershipKind kind,
			@NotEmpty List<@NotBlank String> regions, @Valid Text partners, Integer since, String count,
			@Valid Text lead, @Valid Text body, @NotEmpty List<@NotBlank String> quotes) implements SeedRecord {

	}

}
