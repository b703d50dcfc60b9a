package edu.wenzhou.site.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The order that numbers tell, as somebody typed them. */
class PlacesTests {

	/** Values in the order of the page, each with its number. */
	@ParameterizedTest
	@CsvSource({ "a1 b2 c3,'',a b c", "a3 b1 c2,'',b c a", "a1 b2 c1,'',c a b", "a3 b2 c3,'',b c a",
			"a1 b1 c1,'',b c a", "a1 b c,'',a b c", "a b c1,'',c a b", "a b c,'',a b c", "a1 b2 cx,'',a b c",
			"a1 b-1 c2,'',a c b", "a10 b9 c8,'',c b a", "a99999 b2,'',b a", "a1 b2,z,a b z", "'',z,z", "'','',''" })
	void itIsTheOneThatWasMeant(String typed, String more, String expected) {
		Map<String, String[]> sent = new HashMap<>();
		List<String> tokens = List.of(typed.split(" ")).stream().filter((token) -> !token.isEmpty()).toList();
		if (!tokens.isEmpty()) {
			sent.put("list", tokens.stream().map((token) -> token.substring(0, 1)).toArray(String[]::new));
		}
		tokens.forEach((token) -> sent.put("list." + token.charAt(0), new String[] { token.substring(1) }));
		sent.put("list.more", new String[] { more });
		List<String> ordered = Places.ordered("list", sent::get).stream().filter((one) -> !one.isEmpty()).toList();
		assertThat(String.join(" ", ordered)).isEqualTo(expected);
	}

}
