package edu.wenzhou.site.search;

import java.util.List;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.kept.KeptListController;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestMapping;

/** Words that a search takes for the same. */
@Controller
@RequestMapping(SynonymController.PATH)
class SynonymController extends KeptListController<SynonymGroup, SynonymForm, List<String>> {

	private static final String NAME = "synonyms";

	static final String PATH = SearchRoles.PATHS + NAME;

	private final Synonyms synonyms;

	SynonymController(Synonyms synonyms) {
		super(PATH, NAME, "search", synonyms);
		this.synonyms = synonyms;
	}

	@Override
	public boolean isReader(StaffUser user) {
		return user.isWithContent();
	}

	@Override
	public boolean isKeeper(StaffUser user) {
		return SearchRoles.isKeeper(user);
	}

	@Override
	protected SynonymForm form(String query) {
		return new SynonymForm(query, "");
	}

	@Override
	protected SynonymForm form(SynonymGroup entry) {
		return SynonymForm.of(entry);
	}

	@Override
	protected Optional<List<String>> read(SynonymForm form, Errors errors) {
		return form.read(errors);
	}

	@Override
	protected void add(Actor actor, SynonymForm form, List<String> lines) {
		this.synonyms.add(actor, lines);
	}

	@Override
	protected boolean change(Actor actor, long id, SynonymForm form, List<String> lines) {
		return this.synonyms.change(actor, id, form.readVersion(), lines);
	}

}
