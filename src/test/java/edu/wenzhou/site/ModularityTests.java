package edu.wenzhou.site;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each module uses only what its {@code package-info} allows, nothing internal of
 * another, and none in a circle.
 */
class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(CollegeSiteApplication.class);

	@Test
	void modulesUseOnlyWhatTheyMay() {
		this.modules.verify();
	}

	@Test
	void everyModuleSaysWhatItMayUse() {
		assertThat(this.modules.stream()).hasSizeGreaterThan(10)
			.allSatisfy((module) -> assertThat(module.getBasePackage()
				.getAnnotation(ApplicationModule.class)
				.map(ApplicationModule::allowedDependencies))
				.hasValueSatisfying((allowed) -> assertThat(allowed).doesNotContain(ApplicationModule.OPEN_TOKEN)));
	}

}
