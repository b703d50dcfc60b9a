package edu.wenzhou.site;

import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The first page of the back office, where its parts lie. */
class DeskBrowserTests extends StaffBrowserTest {

	/** Else the page looks as if something were missing. */
	@Test
	void withoutTasksTheRestBeginsAtTheLeft() {
		Person administrator = person("只管账号的人", new Scope(Role.ADMINISTRATOR, null, null));
		browser().open(new View(1280, ColorScheme.LIGHT), (page) -> {
			page.navigate(address("/staff"));
			signIn(page, administrator);
			assertThat(page.locator(".s-sec").count()).isPositive();
			assertThat(page.locator(".s-sec").first().boundingBox().x).isEqualTo(page.locator("h1").boundingBox().x);
		});
	}

}
