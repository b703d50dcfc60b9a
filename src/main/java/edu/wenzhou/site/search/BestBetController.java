package edu.wenzhou.site.search;

import java.util.List;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.kept.KeptListController;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.CollegeProperties;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages that come first for a query. */
@Controller
@RequestMapping(BestBetController.PATH)
class BestBetController extends KeptListController<BestBet, BestBetForm, List<String>> {

	private static final String NAME = "best-bets";

	static final String PATH = SearchRoles.PATHS + NAME;

	private final BestBets bets;

	private final CollegeProperties properties;

	BestBetController(BestBets bets, CollegeProperties properties) {
		super(PATH, NAME, "search", bets);
		this.bets = bets;
		this.properties = properties;
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
	protected BestBetForm form(String query) {
		return new BestBetForm(query, "", "");
	}

	@Override
	protected BestBetForm form(BestBet entry) {
		return BestBetForm.of(entry);
	}

	@Override
	protected Optional<List<String>> read(BestBetForm form, Errors errors) {
		return form.read(this.properties.baseUrl(), errors);
	}

	@Override
	protected void add(Actor actor, BestBetForm form, List<String> lines) {
		this.bets.add(actor, form.query(), lines);
	}

	@Override
	protected boolean change(Actor actor, long id, BestBetForm form, List<String> lines) {
		return this.bets.change(actor, id, form.readVersion(), form.query(), lines);
	}

}
