package edu.wenzhou.site.wording;

import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.kept.KeptListController;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Words that texts are looked through for. */
@Controller
@RequestMapping(WatchedWordController.PATH)
class WatchedWordController extends KeptListController<WatchedWord, WatchedWordForm, WatchedWord> {

	static final String PATH = "/staff/words";

	private final WatchedWords words;

	WatchedWordController(WatchedWords words) {
		super(PATH, "words", "words", words);
		this.words = words;
	}

	@ModelAttribute
	void severities(Model model) {
		model.addAttribute("severities", Severity.values());
	}

	@Override
	public boolean isReader(StaffUser user) {
		return user.isWithContent() || user.isAdministrator();
	}

	@Override
	public boolean isKeeper(StaffUser user) {
		return user.isAdministrator() || user.may(Role.APPROVER, null, null);
	}

	@Override
	protected WatchedWordForm form(String query) {
		return new WatchedWordForm(query, "", "", "", "");
	}

	@Override
	protected WatchedWordForm form(WatchedWord entry) {
		return WatchedWordForm.of(entry);
	}

	@Override
	protected Optional<WatchedWord> read(WatchedWordForm form, Errors errors) {
		return form.read(errors);
	}

	@Override
	protected void add(Actor actor, WatchedWordForm form, WatchedWord read) {
		this.words.add(actor, read);
	}

	@Override
	protected boolean change(Actor actor, long id, WatchedWordForm form, WatchedWord read) {
		return this.words.change(actor, id, read);
	}

}
