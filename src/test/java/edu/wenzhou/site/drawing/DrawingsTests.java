package edu.wenzhou.site.drawing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import edu.wenzhou.site.drawing.Drawing.Stroke;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DrawingsTests {

	private static final List<String> WORDS = List.of("厚德", "长技", "励学", "敦行");

	private final Drawings drawings = new Drawings();

	@Test
	void theSameInputGivesTheSameBytes() {
		assertThat(all(new Drawings())).isEqualTo(all(this.drawings));
	}

	@Test
	void theSameBytesAsEver() {
		assertThat(all(this.drawings).toString().hashCode())
			.as("the drawings have changed; look at them, then put the new number here")
			.isEqualTo(-326140451);
	}

	@Test
	void everySchoolAndCampusHasAKindOfItsOwn() {
		assertThat(Drawings.SCHOOLS).hasSize(10);
		assertThat(Drawings.CAMPUSES).hasSize(5);
		Set<Motif> kinds = new HashSet<>(Drawings.SCHOOLS.values());
		kinds.addAll(Drawings.CAMPUSES.values());
		assertThat(kinds).containsExactlyInAnyOrder(Motif.values());
		assertThat(Drawings.SCHOOLS.values()).noneMatch(Motif::isStratum);
		assertThat(Drawings.CAMPUSES.values()).allMatch(Motif::isStratum);
		assertThat(Drawings.kindOfSchool("lucheng")).isEqualTo(Motif.TREE_RINGS);
		assertThat(Drawings.kindOfCampus("lucheng")).isEqualTo(Motif.TWILL);
	}

	@Test
	void aSchoolNobodyKnewGetsAKindAndKeepsIt() {
		assertThat(Drawings.kindOfSchool("nursing")).isEqualTo(Drawings.kindOfSchool(new String("nursing")));
		assertThat(IntStream.range(0, 200).mapToObj((i) -> Drawings.kindOfSchool("school-" + i)).distinct()).hasSize(10)
			.noneMatch(Motif::isStratum);
		assertThat(IntStream.range(0, 200).mapToObj((i) -> Drawings.kindOfCampus("campus-" + i)).distinct()).hasSize(5)
			.allMatch(Motif::isStratum);
		assertThat(this.drawings.school("nursing", 320, 200)).isEqualTo(new Drawings().school("nursing", 320, 200));
	}

	@Test
	void theSameIsDrawnOnce() {
		assertThat(this.drawings.school("ai", 320, 200)).isSameAs(this.drawings.school("ai", 320, 200));
		assertThat(this.drawings.campus("ai", 320, 200)).isNotEqualTo(this.drawings.school("ai", 320, 200));
	}

	@Test
	void everyPathCanBeReadAndStaysNearItsBox() {
		all(this.drawings).forEach(DrawingsTests::check);
	}

	@Test
	void everyKindSuitsEverySlugAndSize() {
		int[][] sizes = { { 40, 40 }, { 100, 160 }, { 900, 60 }, { 61, 377 }, { 2000, 300 } };
		for (Motif motif : Motif.values()) {
			for (int[] size : sizes) {
				for (String slug : List.of("a", "school-of-nursing", "x-9")) {
					check(motif + " " + slug + " " + List.of(size[0], size[1]), motif.draw(slug, size[0], size[1]));
				}
			}
		}
	}

	@Test
	void aSizeThatIsNoneIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.drawings.school("ai", 0, 100));
		assertThatIllegalArgumentException().isThrownBy(() -> this.drawings.campus("ouhai", 900, 20000));
	}

	@Test
	void theDrawingsStaySmall() {
		all(this.drawings).forEach((name, drawing) -> {
			int most = name.startsWith("spine") || name.equals("river") ? 1000 : 3500;
			assertThat(compressed(drawing)).as(name).isLessThan(most);
		});
		String home = all(this.drawings).entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().startsWith("plate") && !entry.getKey().startsWith("large"))
			.map((entry) -> entry.getValue().toString())
			.collect(Collectors.joining());
		assertThat(compressed(home)).as("the home page's drawings").isLessThan(11000);
	}

	@Test
	void theVesselHasALeaderForEachWord() {
		assertThat(this.drawings.vessel(WORDS).labels()).extracting(Drawing.Label::text).isEqualTo(WORDS);
		assertThat(this.drawings.vessel(List.of()).labels()).isEmpty();
		assertThat(this.drawings.vessel(List.of("厚德")).strokes().toString().length())
			.isLessThan(this.drawings.vessel(WORDS).strokes().toString().length());
	}

	@Test
	void thePenWritesTheLeastThatCanBeRead() {
		Pen pen = new Pen().move(1, 2).line(1.5, 2.3).line(2, 2).line(2, 4).line(.5, -.5).close().circle(1, 2, .5);
		assertThat(pen.data()).isEqualTo("m1 2 .5.3.5-.3v2l-1.5-4.5zm-.5 0a.5.5 0 011 0 .5.5 0 01-1 0");
		assertThat(new PathData(pen.data()).places()).last()
			.satisfies((place) -> assertThat(place).containsExactly(new double[] { .5, 2 }, within(1e-9)));
	}

	@Test
	void thePenNeverDriftsAndRefusesWhatIsNoNumber() {
		Pen pen = new Pen().move(0, 0);
		for (int i = 1; i <= 1000; i++) {
			pen.line(i * .333, i * .777);
		}
		List<double[]> places = new PathData(pen.data()).places();
		assertThat(places.get(places.size() - 1)).containsExactly(new double[] { 333, 777 }, within(.06));
		assertThatIllegalArgumentException().isThrownBy(() -> pen.line(Double.NaN, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> pen.line(0, Double.POSITIVE_INFINITY));
	}

	static Map<String, Drawing> all(Drawings drawings) {
		Map<String, Drawing> all = new LinkedHashMap<>();
		for (String slug : new TreeSet<>(Drawings.SCHOOLS.keySet())) {
			all.put("spine " + slug, drawings.school(slug, 160, 160));
			all.put("plate " + slug, drawings.school(slug, 320, 200));
			all.put("large " + slug, drawings.school(slug, 720, 520));
		}
		for (String slug : new TreeSet<>(Drawings.CAMPUSES.keySet())) {
			all.put("stratum " + slug, drawings.campus(slug, 900, 92));
			all.put("plate campus " + slug, drawings.campus(slug, 320, 200));
		}
		all.put("vessel", drawings.vessel(WORDS));
		all.put("river", drawings.river());
		return all;
	}

	static void check(String name, Drawing drawing) {
		assertThat(drawing.strokes()).as(name).isNotEmpty();
		assertThat(drawing.strokes()).as(name).extracting(Stroke::css).doesNotHaveDuplicates();
		List<double[]> places = new ArrayList<>();
		for (Stroke stroke : drawing.strokes()) {
			assertThat(stroke.css()).as(name).matches("[lsdqgbha]");
			places.addAll(new PathData(stroke.d()).places());
		}
		double reach = Math.max(drawing.width(), drawing.height()) + 200;
		assertThat(places).as(name)
			.allSatisfy((place) -> assertThat(place[0]).isBetween(-reach, drawing.width() + reach))
			.allSatisfy((place) -> assertThat(place[1]).isBetween(-reach, drawing.height() + reach));
	}

	private static int compressed(Drawing drawing) {
		return compressed(drawing.strokes().toString());
	}

	private static int compressed(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.size();
	}

}
