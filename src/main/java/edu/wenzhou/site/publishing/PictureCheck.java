package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.media.Pictures;
import org.springframework.stereotype.Component;

/**
 * Files that a text names are in the library, and it is said there what pictures show.
 */
@Component
class PictureCheck implements TextCheck {

	private final Pictures pictures;

	PictureCheck(Pictures pictures) {
		this.pictures = pictures;
	}

	@Override
	public List<Problem> check(String field, String text) {
		Pictures.Unusable unusable = this.pictures.unusable(text);
		List<Problem> problems = new ArrayList<>();
		unusable.missing()
			.forEach((address) -> problems.add(Problem.of(field, "staff.problem.picture.missing", address)));
		unusable.undescribed()
			.forEach((name) -> problems.add(Problem.of(field, "staff.problem.picture.undescribed", name)));
		return problems;
	}

}
