package edu.wenzhou.site.search;

import java.util.List;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestMapping;

/** Words that a search takes for the same. */
@Controller
@RequestMapping(SynonymController.PATH)
class SynonymController extends KeptListController<SynonymGroup, SynonymForm> {

	private static final String NAME = "synonyms";

	static final String PATH = PATHS + NAME;

	private final Synonyms synonyms;

	SynonymController(Synonyms synonyms) {
		super(NAME, synonyms);
		this.synonyms = synonyms;
	}

	@Override
	SynonymForm form(String query) {
		return new SynonymForm(query, "");
	}

	@Override
	SynonymForm form(SynonymGroup entry) {
		return SynonymForm.of(entry);
	}

	@Override
	Optional<List<String>> read(SynonymForm form, Errors errors) {
		return form.read(errors);
	}

	@Override
	void add(Actor actor, SynonymForm form, List<String> lines) {
		this.synonyms.add(actor, lines);
	}

	@Override
	boolean change(Actor actor, long id, SynonymForm form, List<String> lines) {
		return this.synonyms.change(actor, id, form.readVersion(), lines);
	}

}
