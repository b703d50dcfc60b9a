package edu.wenzhou.site.search;

import java.util.List;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.web.CollegeProperties;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages that come first for a query. */
@Controller
@RequestMapping(BestBetController.PATH)
class BestBetController extends KeptListController<BestBet, BestBetForm> {

	private static final String NAME = "best-bets";

	static final String PATH = PATHS + NAME;

	private final BestBets bets;

	private final CollegeProperties properties;

	BestBetController(BestBets bets, CollegeProperties properties) {
		super(NAME, bets);
		this.bets = bets;
		this.properties = properties;
	}

	@Override
	BestBetForm form(String query) {
		return new BestBetForm(query, "", "");
	}

	@Override
	BestBetForm form(BestBet entry) {
		return BestBetForm.of(entry);
	}

	@Override
	Optional<List<String>> read(BestBetForm form, Errors errors) {
		return form.read(this.properties.baseUrl(), errors);
	}

	@Override
	void add(Actor actor, BestBetForm form, List<String> lines) {
		this.bets.add(actor, form.query(), lines);
	}

	@Override
	boolean change(Actor actor, long id, BestBetForm form, List<String> lines) {
		return this.bets.change(actor, id, form.readVersion(), form.query(), lines);
	}

}
